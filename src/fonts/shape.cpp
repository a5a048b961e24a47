#include "fonts/shape.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "fonts/shaping_language.h"

namespace garland {
namespace {

constexpr std::size_t kMaxRememberedBytes = 64;  // longer texts seldom come twice
constexpr std::size_t kMaxLanguageBytes = 16;

// A request as bytes, for comparison.
class Key {
 public:
  explicit Key(const ShapeRequest& request) {
    const Features& f = request.features;
    if (request.text.size() > kMaxRememberedBytes || request.script.size() > kScriptBytes ||
        request.language.size() > kMaxLanguageBytes) {
      return;
    }
    bytes_[0] = static_cast<char>(request.face & 0xFF);
    bytes_[1] = static_cast<char>(request.face >> 8);
    bytes_[2] = static_cast<char>(f.small_capitals | f.all_small_capitals << 1 |
                                  f.old_style_figures << 2 | f.tabular_figures << 3 |
                                  f.ligatures << 4 | f.superiors << 5 | f.fractions << 6);
    bytes_[3] = static_cast<char>(request.direction);
    bytes_[4] = static_cast<char>(request.script.size());
    bytes_[5] = static_cast<char>(request.language.size());
    size_ = kFixedBytes;
    append(request.script);
    append(request.language);
    append(request.text);
  }
  // Empty when the request is not one to remember.
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  static constexpr std::size_t kFixedBytes = 6;
  static constexpr std::size_t kScriptBytes = 4;

  void append(std::string_view part) {
    std::copy(part.begin(), part.end(), bytes_.data() + size_);
    size_ += part.size();
  }

  std::array<char, kFixedBytes + kScriptBytes + kMaxLanguageBytes + kMaxRememberedBytes> bytes_{};
  std::size_t size_ = 0;
};

struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

int text_length(std::string_view text) { return static_cast<int>(text.size()); }

// The features of a request. Figures and ligatures are always stated, so that a face's own default
// does not matter.
std::vector<hb_feature_t> make_features(const Features& wanted) {
  std::vector<hb_feature_t> features;
  const auto add = [&](const char(&tag)[5], bool on) {
    features.push_back({HB_TAG(tag[0], tag[1], tag[2], tag[3]), on ? 1U : 0U,
                        HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  };
  if (wanted.small_capitals || wanted.all_small_capitals) add("smcp", true);
  if (wanted.all_small_capitals) add("c2sc", true);
  add(wanted.old_style_figures ? "onum" : "lnum", true);
  if (wanted.tabular_figures) add("tnum", true);
  if (wanted.superiors) add("sups", true);
  if (wanted.fractions) add("frac", true);
  if (!wanted.ligatures) {
    for (const auto& tag : {"liga", "clig", "dlig"}) {
      features.push_back(
          {hb_tag_from_string(tag, 4), 0U, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    }
  }
  return features;
}

hb_language_t find_language(std::string_view tag) {
  const std::string language = shaping_language(tag);
  return hb_language_from_string(language.data(), text_length(language));
}

}  // namespace

void shape_text(Face& face, const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs) {
  const std::unique_ptr<hb_buffer_t, BufferDeleter> buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), request.text.data(), text_length(request.text), 0,
                     text_length(request.text));
  hb_buffer_set_direction(buffer.get(), request.direction == Direction::RightToLeft
                                            ? HB_DIRECTION_RTL
                                            : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(),
                       hb_script_from_string(request.script.data(), text_length(request.script)));
  hb_buffer_set_language(buffer.get(), find_language(request.language));
  hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  const std::vector<hb_feature_t> features = make_features(request.features);
  hb_shape(face.hb_font(), buffer.get(), features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  glyphs.reserve(glyphs.size() + count);
  for (unsigned i = 0; i < count; ++i) {
    const bool is_unsafe =
        (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    glyphs.push_back({infos[i].codepoint, places[i].x_advance, places[i].x_offset,
                      places[i].y_offset, infos[i].cluster, !is_unsafe});
  }
}

bool ShapeCache::find(const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs) const {
  const Key key(request);
  return !key.view().empty() && words_.find(key.view(), glyphs);
}

void ShapeCache::add(const ShapeRequest& request, const std::vector<ShapedGlyph>& glyphs,
                     std::size_t first) {
  const Key key(request);
  if (!key.view().empty()) words_.add(key.view(), std::span(glyphs).subspan(first));
}

}  // namespace garland
