// Characters to glyphs by HarfBuzz, and the memory of what was shaped before: an anthology has few
// different words and many of each.
#pragma once

#include <array>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fonts/face.h"
#include "fonts/fonts.h"

namespace garland {

// What glyphs depend on besides the face's file.
struct ShapeRequest {
  FaceId face = 0;
  Features features;
  std::string_view text;
  std::string_view script;    // ISO 15924
  std::string_view language;  // BCP 47
  Direction direction = Direction::LeftToRight;
};

// Appends the request's glyphs, in visual order.
void shape_text(Face& face, const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs);

// Shaped words. Bounded; any thread may call any member. Holds no state that changes a result.
class ShapeCache {
 public:
  // Appends the glyphs and says true if the request is known.
  bool find(const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs);
  // Remembers the glyphs from `first` on, if the text is short and there is room.
  void add(const ShapeRequest& request, const std::vector<ShapedGlyph>& glyphs, std::size_t first);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return hash_key(key); }
  };
  // Locked one by one, so that threads seldom meet; on cache lines of their own.
  struct alignas(64) Shard {
    std::mutex mutex;
    std::unordered_map<std::string, std::vector<ShapedGlyph>, Hash, std::equal_to<>> words;
  };
  static constexpr std::size_t kShardCount = 16;
  // Takes eight bytes at a time: it is asked for every word of a book.
  static std::size_t hash_key(std::string_view key);
  Shard& shard(std::string_view key) { return shards_[hash_key(key) >> 32U & (kShardCount - 1)]; }

  std::array<Shard, kShardCount> shards_;
};

}  // namespace garland
