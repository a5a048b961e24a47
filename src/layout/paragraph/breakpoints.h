// All places where a paragraph's lines may end, with the sums that tell any line's width at once.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/paragraph/segments.h"

namespace garland {

// What a line could be stretched and shrunk by.
struct Flexible {
  Length width, stretch, shrink;
};

// A place where one line may end and the next begin. The spaces between belong to neither.
struct Breakpoint {
  // The line has all segments before `end_segment`, and of this one what stands before
  // `end_offset`, which is its begin_offset except inside a word.
  std::uint32_t end_segment = 0;
  std::uint32_t end_offset = 0;
  std::uint32_t next_segment = 0;  // with which the next line begins, at `next_offset`
  std::uint32_t next_offset = 0;
  // Sums from the stanza's beginning to the line's end (an added hyphen counted, hanging points
  // not) and to the next line's beginning (hanging quotation marks counted).
  Flexible end, next;
  Length overhang;  // of an added hyphen: what `end` has over the plain text
  int penalty = 0;
  bool is_hyphen = false;
  // Of what hangs over the measure's edges when a line ends or begins here.
  Length end_hang, next_hang;
};

struct BreakpointOptions {
  bool may_hyphenate = false;
  bool may_cut = false;   // between any graphemes of a word that is wider than the measure
  bool may_hang = false;  // points and hyphens may stand a little out of the measure
  LetterFit fit;
  Length measure;  // the narrowest line
};

// A stanza is what stands between two forced line ends: segments `first` up to but without `last`.
// Its breakpoints in order: its beginning, the optional ones, its end. Requires shaped segments.
std::vector<Breakpoint> find_breakpoints(SegmentedText& text, std::size_t first, std::size_t last,
                                         const BreakpointOptions& options, FontLibrary& fonts);

// The glyph of a sign that layout adds at a line's end: a hyphen or a space.
constexpr std::string_view kHyphen = "-";
ShapedGlyph glyph_of(std::string_view sign, const SetFont& font, FontLibrary& fonts);

}  // namespace garland
