// The few rewritings of the text before cmark-gfm sees it. Line for line and, but for the fences of
// display math, byte for byte, so that places stay true.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// Marks the backslash of "\(" that begins math (kMathBackslash), and turns a block of display math
//   $$
//   a + b
//   $$
// into a code block of the language kMathLanguage, since its lines may look like lists or headings.
// Fenced code is left alone.
std::string prepare_markdown(std::string_view text);

// Puts back the backslashes that prepare_markdown marked.
std::string without_marks(std::string_view text);

constexpr std::string_view kMathLanguage = "x-display-math";

}  // namespace garland
