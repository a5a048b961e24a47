// Notes in plain text: "[1]" or a superscript in the text and a list of notes at its end.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Joins marks and notes when it is certain: the notes stand together, are numbered from 1 without a
// gap, and each mark has its note and each note its mark. Then the notes' pieces become Note, a
// heading above them Dropped. Gives the number of notes; 0 leaves everything as it is.
int find_notes(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
               std::vector<Inference>& inferences);

}  // namespace garland::plain
