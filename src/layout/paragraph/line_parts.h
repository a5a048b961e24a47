// What stands in one line: whole segments, parts of words cut at the line's ends, a hyphen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/paragraph/segments.h"

namespace garland {

struct LinePart {
  enum class Kind : std::uint8_t {
    Text,
    Object,
    Hyphen,    // added at the line's end; its text is U+00AD
    LastSpace  // the space at which the line was broken: no width, for who copies the text
  };
  Kind kind = Kind::Text;
  std::uint32_t segment = 0;  // the one it comes from, with its style
  std::uint32_t begin_offset = 0;
  std::uint32_t end_offset = 0;
  std::uint32_t first_glyph = 0;  // of SegmentedText::glyphs
  std::uint32_t glyph_count = 0;
  std::uint32_t cluster_base = 0;  // offset from which the glyphs' clusters count
  std::uint8_t level = 0;
  int expansion = 0;       // of its letters' widths, in thousandths
  Length tracking;         // behind each of its letters, before the expansion
  Length width;            // with both
  Length stretch, shrink;  // none at the line's end
  Length extra;            // added to the last glyph's advance by justification
  Length x;                // of the left edge, from the measure's
};

// What is made for a line and not kept: its room is used again by the next.
struct LineScratch {
  std::vector<LinePart> parts;
  std::vector<std::size_t> order;         // of the parts, from left to right
  std::vector<PlacedGlyph> glyphs;        // of one run
  std::vector<std::size_t> first_glyphs;  // of each of the run's parts
};

// An advance with an expansion in thousandths.
constexpr Length expanded(Length advance, int expansion) {
  return advance + advance * expansion / 1000;
}

// Appends the parts' glyphs to the line as runs, one for neighbours of the same face, size, colour,
// structure, baseline, direction and fit of letters, and inline pictures, in the order in which
// they are read.
void write_items(const SegmentedText& text, LineScratch& scratch, std::vector<PageItem>& items);

}  // namespace garland
