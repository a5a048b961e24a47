// Headings that something outside their words tells: the left edge where lynx sets them, an edit
// mark that a wiki puts behind each of its headings, a line drawn under them. Runs before anything
// else asks what the pieces are, so that a mark is off when a heading's words are looked up.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Sets Piece::is_told_heading, and takes the edit marks off ("History[edit]" becomes "History"),
// with an inference. Cost linear.
void find_told_headings(std::vector<Piece>& pieces, const CutContext& context,
                        const std::vector<TextLine>& lines, std::vector<Inference>& inferences);

}  // namespace garland::plain
