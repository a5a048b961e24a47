// Headings without marks: short lines, title-like, set apart as this text sets things apart, with
// body text under them.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Marks pieces as Heading with a level (plain_text/heading_levels.h). Candidates are found line by
// line, then judged together: a text whose short lines are no headings (verse, dialogue, tables)
// has too many of them, a lone candidate of another style than the rest is none, nor is a label
// that comes again and again; where something else tells the headings (plain_text/heading_marks.h),
// only that counts. Cost linear.
void find_headings(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                   const CutContext& context, std::vector<Inference>& inferences);

}  // namespace garland::plain
