#include "fonts/face.h"

#include <hb-ot.h>

#include <cmath>

namespace garland {
namespace {

// Big-endian numbers of a font table; 0 beyond its end.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    bytes_ = hb_blob_get_data(blob_.get(), &size_);
  }
  int signed16(unsigned offset) const { return static_cast<std::int16_t>(unsigned16(offset)); }
  unsigned unsigned16(unsigned offset) const { return byte(offset) << 8 | byte(offset + 1); }

 private:
  unsigned byte(unsigned offset) const {
    return offset < size_ ? static_cast<unsigned char>(bytes_[offset]) : 0U;
  }
  BlobPointer blob_;
  const char* bytes_ = nullptr;
  unsigned size_ = 0;
};

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
  hb_position_t position = 0;
  hb_ot_metrics_get_position_with_fallback(font, tag, &position);
  return position;
}

// Fields of OpenType's tables head, post and OS/2, and what HarfBuzz knows by itself.
FaceMetrics read_metrics(hb_face_t* face, hb_font_t* font, bool is_serif) {
  FaceMetrics metrics;
  metrics.units_per_em = static_cast<int>(hb_face_get_upem(face));
  metrics.ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  metrics.descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  metrics.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
  metrics.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT);
  const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
  for (unsigned i = 0; i < 4; ++i) metrics.box[i] = head.signed16(36 + 2 * i);
  const Table post(face, HB_TAG('p', 'o', 's', 't'));
  metrics.italic_angle = post.signed16(4);  // the whole part of a 16.16 number
  metrics.is_fixed_pitch = post.unsigned16(12) != 0 || post.unsigned16(14) != 0;
  const Table os2(face, HB_TAG('O', 'S', '/', '2'));
  if (const unsigned weight = os2.unsigned16(4); weight != 0) {
    metrics.weight = static_cast<int>(weight);
  }
  metrics.is_serif = is_serif;
  return metrics;
}

// White space is made from the space's width, the others are left out of the shaped glyphs: no face
// needs a glyph for them. Default_Ignorable_Code_Point of Unicode 15, by blocks.
bool needs_no_glyph(char32_t c) {
  if (c < 0x20 || c == 0x7F || c == 0xA0 || c == 0xAD) return true;
  if (c < 0x34F) return false;
  return c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 ||
         (c >= 0x180B && c <= 0x180F) || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3164 ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0 ||
         (c >= 0x1BCA0 && c <= 0x1BCA3) || (c >= 0x1D173 && c <= 0x1D17A) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

bool has_glyph(hb_font_t* font, char32_t c) {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font, c, &glyph) != 0;
}

// A replacement character, a white square, a box, a question mark: the first that the face has.
std::uint32_t find_stand_in(hb_font_t* font) {
  for (const char32_t c : {U'\uFFFD', U'\u25A1', U'\u25AF', U'?'}) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font, c, &glyph) != 0 && glyph != 0) return glyph;
  }
  return 0;
}

// Collects a glyph's outline. HarfBuzz turns quadratic curves into cubic ones where no function for
// them is given.
using Steps = std::vector<OutlineStep>;

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Steps*>(data)->push_back({OutlineStep::Kind::Move, {x, 0, 0}, {y, 0, 0}});
}
void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Steps*>(data)->push_back({OutlineStep::Kind::Line, {x, 0, 0}, {y, 0, 0}});
}
void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2,
              float y2, float x3, float y3, void*) {
  static_cast<Steps*>(data)->push_back({OutlineStep::Kind::Cubic, {x1, x2, x3}, {y1, y2, y3}});
}
void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  static_cast<Steps*>(data)->push_back({OutlineStep::Kind::Close, {}, {}});
}

// HarfBuzz maps the file where the system can.
FacePointer open_face(const FaceFile& file) {
  const BlobPointer blob(hb_blob_create_from_file(file.path.c_str()));
  return FacePointer(hb_face_create(blob.get(), file.index));
}

}  // namespace

const Face::Loaded& Face::load() {
  std::call_once(once_, [this] {
    loaded_.face = open_face(file_);
    hb_face_make_immutable(loaded_.face.get());
    loaded_.font.reset(hb_font_create(loaded_.face.get()));
    hb_font_make_immutable(loaded_.font.get());
    loaded_.metrics = read_metrics(loaded_.face.get(), loaded_.font.get(), file_.is_serif);
    loaded_.stand_in = find_stand_in(loaded_.font.get());
    for (char32_t c = 0; c < kCommonEnd; ++c) {
      loaded_.common.set(c, needs_no_glyph(c) || has_glyph(loaded_.font.get(), c));
    }
  });
  return loaded_;
}

bool Face::covers(char32_t c) {
  const Loaded& loaded = load();
  if (c < kCommonEnd) return loaded.common.test(c);
  if (needs_no_glyph(c)) return true;
  // A no-break hyphen is drawn as a hyphen when the face has only that.
  return has_glyph(loaded.font.get(), c) || (c == 0x2011 && has_glyph(loaded.font.get(), 0x2010));
}

bool Face::covers(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (!covers(next_code_point(text, offset))) return false;
  }
  return true;
}

bool Face::is_damaged() const {
  const FacePointer face = open_face(file_);
  const auto has = [&face](const char* tag) {
    const BlobPointer table(hb_face_reference_table(face.get(), hb_tag_from_string(tag, -1)));
    return hb_blob_get_length(table.get()) > 0;
  };
  return hb_face_get_glyph_count(face.get()) == 0 || !has("cmap") || !has("hmtx") ||
         !(has("CFF ") || has("glyf"));
}

int Face::advance(std::uint32_t glyph) { return hb_font_get_glyph_h_advance(hb_font(), glyph); }

GlyphReach Face::reach(std::uint32_t glyph) {
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(hb_font(), glyph, &extents)) return {};
  return {extents.y_bearing, extents.y_bearing + extents.height};
}

std::vector<OutlineStep> Face::outline(std::uint32_t glyph) {
  struct FunctionsDeleter {
    void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
  };
  const std::unique_ptr<hb_draw_funcs_t, FunctionsDeleter> functions(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(functions.get(), close_path, nullptr, nullptr);
  Steps steps;
  hb_font_get_glyph_shape(hb_font(), glyph, functions.get(), &steps);
  return steps;
}

}  // namespace garland
