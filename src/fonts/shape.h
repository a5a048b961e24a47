// Characters to glyphs by HarfBuzz, and the memory of what was shaped before: an anthology has few
// different words and many of each.
#pragma once

#include <string_view>
#include <vector>

#include "base/word_memory.h"
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
  bool find(const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs) const;
  // Remembers the glyphs from `first` on, if the text is short and there is room.
  void add(const ShapeRequest& request, const std::vector<ShapedGlyph>& glyphs, std::size_t first);

 private:
  WordMemory<ShapedGlyph> words_;  // by request
};

}  // namespace garland
