#include "fonts/subset.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb-subset.h>

#include "base/ascii.h"
#include "fonts/cff.h"

namespace garland {
namespace {

struct InputDeleter {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
struct PlanDeleter {
  void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
using InputPointer = std::unique_ptr<hb_subset_input_t, InputDeleter>;
using PlanPointer = std::unique_ptr<hb_subset_plan_t, PlanDeleter>;

constexpr hb_tag_t kCffTag = HB_TAG('C', 'F', 'F', ' ');

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return {data, size};
}

std::string postscript_name(hb_face_t* face) {
  std::array<char, 128> name{};
  unsigned size = static_cast<unsigned>(name.size());
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name.data());
  std::string clean;
  for (const char c : std::string_view(name.data(), size)) {
    // What a PDF name holds without escapes.
    if (is_ascii_alphanumeric(c) || c == '-') clean += c;
  }
  return clean.empty() ? "Font" : clean;
}

// Keeps outlines and widths. Characters come to a PDF as glyphs, so what maps, names or replaces
// glyphs is left out.
InputPointer make_input(const std::set<std::uint32_t>& glyphs) {
  InputPointer input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag :
       {"BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "OS/2", "VDMX", "VORG",
        "cmap", "gasp", "hdmx", "kern", "name", "post", "vhea", "vmtx"}) {
    hb_set_add(dropped, hb_tag_from_string(tag, 4));
  }
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

// What the maker of a face allows, in bits (OpenType, OS/2, fsType). Of the first four the most
// generous one counts: a book is a document that is read, which all but the first allow.
bool may_be_embedded_in_part(hb_face_t* face) {
  constexpr unsigned kRestricted = 0x0002;
  constexpr unsigned kReadOrEdit = 0x0004 | 0x0008;
  constexpr unsigned kNoSubsets = 0x0100;
  constexpr unsigned kBitmapsOnly = 0x0200;
  constexpr unsigned kFsTypeOffset = 8;
  const BlobPointer os2(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
  const std::string table = bytes_of(os2.get());
  if (table.size() < kFsTypeOffset + 2) return true;
  const auto byte = [&](unsigned offset) { return static_cast<unsigned char>(table[offset]); };
  const unsigned bits = byte(kFsTypeOffset) * 256U + byte(kFsTypeOffset + 1);
  const bool is_restricted = (bits & kRestricted) != 0 && (bits & kReadOrEdit) == 0;
  return !is_restricted && (bits & (kNoSubsets | kBitmapsOnly)) == 0;
}

Error not_to_be_embedded(const Face& face, std::string help) {
  return {fmt::format("the font file \"{}\" says that it may not be embedded in part",
                      face.file().path.filename().string()),
          std::move(help),
          {}};
}

// Keeps what other programs need to shape text, and the names that say whose work the face is and
// under what licence (13 and 14; 0 to 6 are kept anyway).
InputPointer make_file_input(const std::set<char32_t>& characters) {
  InputPointer input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t c : characters) hb_set_add(wanted, c);
  hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  for (const char* tag : {"smcp", "onum", "lnum", "pnum", "tnum"}) {
    hb_set_add(features, hb_tag_from_string(tag, 4));
  }
  hb_set_t* names = hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID);
  hb_set_add(names, 13);
  hb_set_add(names, 14);
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

}  // namespace

Error damaged_face(const Face& face) {
  return {fmt::format("the font file \"{}\" is damaged", face.file().path.filename().string()),
          "install the font again",
          {}};
}

Result<FontProgram> subset_face(Face& face, const std::set<std::uint32_t>& glyphs) {
  if (!may_be_embedded_in_part(face.hb_face())) {
    return not_to_be_embedded(face, "set the text in another family");
  }
  const InputPointer input = make_input(glyphs);
  if (!input) return damaged_face(face);
  const PlanPointer plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
  if (!plan) return damaged_face(face);
  const FacePointer subset(hb_subset_plan_execute_or_fail(plan.get()));
  if (!subset) return damaged_face(face);

  FontProgram program;
  program.postscript_name = postscript_name(face.hb_face());
  // Text shows the glyphs of a CID-keyed program by their CIDs.
  std::vector<std::uint32_t> cids;
  const BlobPointer cff(hb_face_reference_table(subset.get(), kCffTag));
  if (hb_blob_get_length(cff.get()) > 0) {
    program.kind = FontProgram::Kind::Cff;
    program.bytes = bytes_of(cff.get());
    cids = cff_glyph_cids(program.bytes, hb_face_get_glyph_count(subset.get()));
  } else {
    program.kind = FontProgram::Kind::TrueType;
    program.bytes = bytes_of(BlobPointer(hb_face_reference_blob(subset.get())).get());
  }
  if (program.bytes.empty()) return damaged_face(face);
  const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  std::set<std::uint32_t> kept = glyphs;
  kept.insert(0);
  for (const std::uint32_t glyph : kept) {
    const hb_codepoint_t number = hb_map_get(numbers, glyph);
    if (number == HB_MAP_VALUE_INVALID) continue;
    program.glyphs[glyph] = number < cids.size() ? cids[number] : number;
  }
  return program;
}

Result<FontFile> cut_font_file(Face& face, const std::set<char32_t>& characters) {
  if (!may_be_embedded_in_part(face.hb_face())) {
    return not_to_be_embedded(
        face, "set the text in another family, or leave \"embed_fonts\" out of the style");
  }
  const InputPointer input = make_file_input(characters);
  if (!input) return damaged_face(face);
  const FacePointer subset(hb_subset_or_fail(face.hb_face(), input.get()));
  if (!subset) return damaged_face(face);
  FontFile file;
  const BlobPointer cff(hb_face_reference_table(subset.get(), kCffTag));
  if (hb_blob_get_length(cff.get()) == 0) file.kind = FontFile::Kind::TrueType;
  file.bytes = bytes_of(BlobPointer(hb_face_reference_blob(subset.get())).get());
  if (file.bytes.empty()) return damaged_face(face);
  return file;
}

}  // namespace garland
