// Lists whose bullets were lost in copying. Browsers copy the items of a list one to a line, and
// set blank lines between everything else: so in a text that has blank lines between its
// paragraphs, lines right under each other were a list, unless they are verse, an address or a
// heading with its text.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Lines together right after a paragraph that ends with a colon: ListItem. Runs before verse is
// looked for. Needs a text that sets its paragraphs apart with blank lines.
void find_introduced_lists(std::vector<Piece>& pieces, const Layout& layout,
                           const std::vector<TextLine>& lines, std::vector<Inference>& inferences);

// All other lines right under each other, in a text that is not wrapped and was not rendered by a
// program that shows bullets. Runs after verse. Cost linear.
void find_bare_lists(std::vector<Piece>& pieces, const CutContext& context,
                     const std::vector<TextLine>& lines, std::vector<Inference>& inferences);

}  // namespace garland::plain
