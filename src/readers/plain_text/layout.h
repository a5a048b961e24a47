// How the typist of a plain text set its lines, judged over the whole text: where lines were
// wrapped, whether blank lines stand between paragraphs, where the left edge is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "readers/plain_text/lines.h"

namespace garland::plain {

// The wrapping of a stretch of lines.
struct Wrap {
  bool is_wrapped = false;
  std::uint32_t width = 0;  // columns that lines fill, when wrapped
  bool is_ragged = false;   // wrapped by hand: lines end well before the width
};

struct Layout {
  Wrap wrap;
  std::uint32_t base_indent = 0;  // columns before the running text
  // Whether a blank line between paragraphs is this text's habit; else each line is a paragraph, or
  // indents tell.
  bool has_blank_lines = false;
  // Whether the typist divided words at line ends; else a hyphen there belongs to the word.
  bool is_hyphenated = false;
};

// Judges the lines [first, last). Two lines next to each other speak for wrapping when the second's
// first word would not have fitted on the first.
Wrap measure_wrap(const std::vector<TextLine>& lines, std::size_t first, std::size_t last);

// `is_rendered`: a terminal browser or mail program made the text, which wraps whatever is longer
// than its page.
Layout measure_layout(const std::vector<TextLine>& lines, bool is_rendered = false);

// Whether the lines are as short as mail programs wrap them.
bool fits_message_page(const std::vector<TextLine>& lines);

// Columns before the running text: the indent at which most characters of wide lines stand.
std::uint32_t body_indent(const std::vector<TextLine>& lines);

// Whether the line reaches the margin, so that its end is the margin's and not the author's: the
// next line's first word would not have fitted.
bool is_full(const TextLine& line, const TextLine& next, const Wrap& wrap);

}  // namespace garland::plain
