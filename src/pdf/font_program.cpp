#include "pdf/font_program.h"

#include <fmt/format.h>

#include "base/hash.h"

namespace garland {
namespace {

// Six capital letters that tell this subset from others of the face (9.6.4).
std::string subset_tag(std::string_view program) {
  std::uint64_t hash = fnv1a(program);
  std::string tag;
  for (int i = 0; i < 6; ++i) {
    tag += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return tag;
}

// Font flags (table 123). Glyphs are shown by number, so every font is symbolic.
int flags(const FaceMetrics& metrics) {
  constexpr int kFixedPitch = 1;
  constexpr int kSerif = 1 << 1;
  constexpr int kSymbolic = 1 << 2;
  constexpr int kItalic = 1 << 6;
  int value = kSymbolic;
  if (metrics.is_fixed_pitch) value |= kFixedPitch;
  if (metrics.is_serif) value |= kSerif;
  if (metrics.italic_angle != 0) value |= kItalic;
  return value;
}

// OpenType has no stem width; viewers use it only where the program is missing, so a value that
// grows with the weight will do: 80 at 400, 140 at 700.
int stem_width(const FaceMetrics& metrics) { return metrics.weight / 5; }

std::string descriptor(const FaceMetrics& metrics, const std::string& name,
                       const FontProgram& program, ObjectId file) {
  const auto scaled = [&metrics](int units) { return units * 1000 / metrics.units_per_em; };
  const int* box = metrics.box;
  return fmt::format(
      "/Type /FontDescriptor /FontName {} /Flags {} /FontBBox [{} {} {} {}] /ItalicAngle {} "
      "/Ascent {} /Descent {} /CapHeight {} /XHeight {} /StemV {} /{} {}",
      name, flags(metrics), scaled(box[0]), scaled(box[1]), scaled(box[2]), scaled(box[3]),
      metrics.italic_angle, scaled(metrics.ascender), scaled(metrics.descender),
      scaled(metrics.cap_height), scaled(metrics.x_height), stem_width(metrics),
      program.kind == FontProgram::Kind::Cff ? "FontFile3" : "FontFile2", reference(file));
}

// "first [width …]" for every stretch of codes without a gap (9.7.4.3).
std::string width_array(const std::map<std::uint16_t, double>& widths) {
  std::string out = "[";
  int next_code = -1;
  for (const auto& [code, width] : widths) {
    if (code != next_code) {
      if (next_code >= 0) out += "] ";
      append_integer(out, code);
      out += " [";
    } else {
      out += ' ';
    }
    append_number(out, width);
    next_code = code + 1;
  }
  return out += next_code >= 0 ? "]]" : "]";
}

}  // namespace

DescendantFont embed_program(HaruDocument& document, const FontProgram& program,
                             const FaceMetrics& metrics,
                             const std::map<std::uint16_t, double>& widths) {
  const bool is_cff = program.kind == FontProgram::Kind::Cff;
  const std::string base_name = subset_tag(program.bytes) + "+" + program.postscript_name;
  const std::string name = name_object(base_name);
  const ObjectId file = document.add_stream(
      is_cff ? "/Subtype /CIDFontType0C" : fmt::format("/Length1 {}", program.bytes.size()),
      program.bytes, StreamFilter::Flate);
  const ObjectId described = document.add(descriptor(metrics, name, program, file));
  DescendantFont font;
  font.object =
      document.add(fmt::format("/Type /Font /Subtype /{} /BaseFont {} /CIDSystemInfo "
                               "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                               "/FontDescriptor {} /W {}{}",
                               is_cff ? "CIDFontType0" : "CIDFontType2", name, reference(described),
                               width_array(widths), is_cff ? "" : " /CIDToGIDMap /Identity"));
  // A Type 0 font over CFF adds its encoding's name (9.7.6.2, table 121).
  font.composite_name = is_cff ? name_object(base_name + "-Identity-H") : name;
  return font;
}

}  // namespace garland
