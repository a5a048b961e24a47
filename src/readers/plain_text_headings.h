// Headings without marks: short lines, title-like, set apart as this text sets things apart, with
// body text under them.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text_pieces.h"

namespace garland::plain {

// Marks pieces as Heading with a level. Candidates are found line by line, then judged together: a
// text whose short lines are no headings (verse, dialogue, tables) has too many of them, and a lone
// candidate of another style than the rest is none. Levels are told by numbers ("2.1"), else by
// capitals above ordinary ones; else all are 1. Cost linear.
void find_headings(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                   const Layout& layout, std::vector<Inference>& inferences);

}  // namespace garland::plain
