#include "pdf/fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pdf/font_program.h"
#include "pdf/glyph_texts.h"
#include "pdf/to_unicode.h"

namespace garland {
namespace {

// PDF/A-2 wants every glyph in the map, also those whose text ActualText gives wherever they are
// shown: a glyph without a text of its own is a word joiner, which is invisible, and one whose text
// may not stand there is a replacement character.
std::string mapped_text(const std::string& text) {
  if (text.empty()) return "\u2060";
  return fits_unicode_map(text) ? text : "\uFFFD";
}

std::vector<EmbeddedGlyph> make_glyphs(FaceId face, const FaceTexts& texts,
                                       const FontProgram& program, FontLibrary& fonts) {
  std::vector<EmbeddedGlyph> glyphs(texts.empty() ? 0 : texts.rbegin()->first + 1);
  const double thousandths_per_unit = 1000.0 / fonts.metrics(face).units_per_em;
  for (const auto& [number, text] : texts) {
    EmbeddedGlyph& glyph = glyphs[number];
    const auto code = program.glyphs.find(number);
    glyph.code =
        code == program.glyphs.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(code->second);
    const std::uint32_t shown = code == program.glyphs.end() ? 0 : number;
    glyph.width = fonts.advance(face, shown) * thousandths_per_unit;
    glyph.text = mapped_text(text);
  }
  return glyphs;
}

Result<FontResource> embed_face(HaruDocument& document, FaceId face, const FaceTexts& texts,
                                FontLibrary& fonts) {
  std::set<std::uint32_t> wanted;
  for (const auto& [glyph, text] : texts) wanted.insert(glyph);
  Result<FontProgram> program = fonts.subset(face, wanted);
  if (!program) return program.error();

  FontResource font;
  font.name = fmt::format("F{}", face);
  font.glyphs = make_glyphs(face, texts, *program, fonts);
  std::map<std::uint16_t, std::string> unicode;
  std::map<std::uint16_t, double> widths;
  for (const std::uint32_t number : wanted) {
    const EmbeddedGlyph& glyph = font.glyphs[number];
    unicode.emplace(glyph.code, glyph.text);
    widths.emplace(glyph.code, glyph.width);
  }
  const ObjectId unicode_map =
      document.add_stream("", make_unicode_map(unicode), StreamFilter::Flate);
  const DescendantFont descendant = embed_program(document, *program, fonts.metrics(face), widths);
  font.object = document.add(
      fmt::format("/Type /Font /Subtype /Type0 /BaseFont {} /Encoding /Identity-H "
                  "/DescendantFonts [{}] /ToUnicode {}",
                  descendant.composite_name, reference(descendant.object), reference(unicode_map)));
  return font;
}

}  // namespace

Result<FontResources> embed_fonts(HaruDocument& document, const std::vector<Page>& pages,
                                  FontLibrary& fonts) {
  FontResources embedded;
  for (const auto& [face, texts] : collect_glyph_texts(pages)) {
    Result<FontResource> font = embed_face(document, face, texts, fonts);
    if (!font) return font.error();
    embedded.emplace(face, std::move(*font));
  }
  return embedded;
}

}  // namespace garland
