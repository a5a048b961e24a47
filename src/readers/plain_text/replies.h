// Letters quoted in a reply: lines that begin with ">".
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/lines.h"

namespace garland::plain {

// Takes the ">" off the lines where two or more of them stand together, and marks them
// (TextLine::is_quoted). Records each run. Cost linear.
void unquote_lines(std::vector<TextLine>& lines, std::vector<Inference>& inferences);

}  // namespace garland::plain
