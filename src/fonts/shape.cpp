#include "fonts/shape.h"

#include <algorithm>
#include <cstring>

namespace garland {
namespace {

constexpr std::size_t kMaxRememberedBytes = 64;  // longer texts seldom come twice
constexpr std::size_t kMaxWordsOfShard = 4096;   // about 20 MB in all
constexpr std::size_t kMaxLanguageBytes = 16;
constexpr std::size_t kKeyHeadBytes = 8 + kMaxLanguageBytes;

// A request as bytes, for comparison: face, features, direction, script, language, text.
class Key {
 public:
  explicit Key(const ShapeRequest& request) {
    const Features& f = request.features;
    if (request.text.size() > kMaxRememberedBytes || request.script.size() > 4 ||
        request.language.size() > kMaxLanguageBytes) {
      return;
    }
    bytes_[0] = static_cast<char>(request.face & 0xFF);
    bytes_[1] = static_cast<char>(request.face >> 8);
    bytes_[2] =
        static_cast<char>(f.small_capitals | f.all_small_capitals << 1 | f.old_style_figures << 2 |
                          f.tabular_figures << 3 | f.ligatures << 4 | f.superiors << 5);
    bytes_[3] = static_cast<char>(request.direction);
    std::copy(request.script.begin(), request.script.end(), bytes_.begin() + 4);
    std::copy(request.language.begin(), request.language.end(), bytes_.begin() + 8);
    std::copy(request.text.begin(), request.text.end(), bytes_.begin() + kKeyHeadBytes);
    size_ = kKeyHeadBytes + request.text.size();
  }
  // Empty when the request is not one to remember.
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, kKeyHeadBytes + kMaxRememberedBytes> bytes_{};
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
  if (!wanted.ligatures) {
    for (const auto& tag : {"liga", "clig", "dlig"}) {
      features.push_back(
          {hb_tag_from_string(tag, 4), 0U, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    }
  }
  return features;
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
  hb_buffer_set_language(buffer.get(), hb_language_from_string(request.language.data(),
                                                               text_length(request.language)));
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

std::size_t ShapeCache::hash_key(std::string_view key) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;  // 2^64 by the golden ratio
  std::uint64_t hash = key.size();
  for (std::size_t i = 0; i < key.size(); i += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, key.data() + i, std::min(sizeof(word), key.size() - i));
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 29U;
  }
  return hash;
}

bool ShapeCache::find(const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs) {
  const Key key(request);
  if (key.view().empty()) return false;
  Shard& shard_of_key = shard(key.view());
  const std::lock_guard lock(shard_of_key.mutex);
  const auto found = shard_of_key.words.find(key.view());
  if (found == shard_of_key.words.end()) return false;
  glyphs.insert(glyphs.end(), found->second.begin(), found->second.end());
  return true;
}

void ShapeCache::add(const ShapeRequest& request, const std::vector<ShapedGlyph>& glyphs,
                     std::size_t first) {
  const Key key(request);
  if (key.view().empty()) return;
  Shard& shard_of_key = shard(key.view());
  const std::lock_guard lock(shard_of_key.mutex);
  if (shard_of_key.words.size() >= kMaxWordsOfShard) return;
  shard_of_key.words.try_emplace(
      std::string(key.view()),
      std::vector<ShapedGlyph>(glyphs.begin() + static_cast<std::ptrdiff_t>(first), glyphs.end()));
}

}  // namespace garland
