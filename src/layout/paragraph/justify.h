// A line's glyphs put in their places: white distributed, directions ordered, an added hyphen set.
#pragma once

#include <span>
#include <string>
#include <utility>

#include "layout/paragraph/breakpoints.h"
#include "layout/paragraph/line_parts.h"
#include "layout/paragraph/segments.h"

namespace garland {

struct LinePlan {
  const Breakpoint* from = nullptr;
  const Breakpoint* to = nullptr;
  Length measure;
  Length indent;               // before the line's text, on its leading side
  std::size_t text_begin = 0;  // of what is copied with the line's first cluster, up to it
  bool is_filled = false;      // white is stretched until the line has its measure
  LetterFit fit;               // most that letters may give
  bool ends_stanza = false;    // a forced line end, or the paragraph's
  bool is_followed = false;    // by more of the same element
  TextAlign align = TextAlign::Justify;
  Direction direction = Direction::LeftToRight;
  std::span<const std::pair<std::size_t, std::string>> anchors;  // of this line
};

// The finished line but for its marks. Reshapes a word's parts where the hyphen stands in a
// ligature or between kerned letters, and appends their glyphs to the text's. What `scratch` has is
// replaced.
SetLine set_line(SegmentedText& text, const LinePlan& plan, FontLibrary& fonts,
                 LineScratch& scratch);

}  // namespace garland
