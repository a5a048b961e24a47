// The few rewritings of the text before cmark-gfm sees it. Line for line and, but for the fences of
// display math, byte for byte, so that places stay true.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace garland {

// Marks the backslash of "\(" that begins math (kMathBackslash), and turns a block of display math
//   $$
//   a + b
//   $$
// into a code block of the language kMathLanguage, since its lines may look like lists or headings.
// Fenced code is left alone. A table whose rows are far shorter than its first is kept from being
// one, with a warning: cmark-gfm would fill every row, a thousandfold of the text. `first_line` is
// the number of the text's first line, for messages.
std::string prepare_markdown(std::string_view text, std::uint32_t first_line,
                             Diagnostics& diagnostics);

// Puts back what prepare_markdown marked.
std::string without_marks(std::string_view text);

// Whether a piece of HTML that prepare_markdown has marked is "<!-->" or "<!--->", which hides
// nothing.
bool is_empty_comment(std::string_view html);

}  // namespace garland
