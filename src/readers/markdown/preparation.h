// The few rewritings of the text before cmark-gfm sees it. Line for line and, but for the fences of
// display math and symbols beside emphasis, byte for byte, so that places stay true. What stands
// for something else is put back by markdown/marks.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace garland {

// Marks the backslash of "\(" or of a line's "\[" or "\begin{…}" that begins math
// (kMathBackslash), and turns a block of display math (markdown/display_math.h) into a code block
// of the language kMathLanguage, since its lines may look like lists or headings. Fenced code is
// left alone. A table whose rows are far shorter than its first is kept from being one, with a
// warning: cmark-gfm would fill every row, a thousandfold of the text. `first_line` is the number
// of the text's first line, for messages.
std::string prepare_markdown(std::string_view text, std::uint32_t first_line,
                             Diagnostics& diagnostics);

}  // namespace garland
