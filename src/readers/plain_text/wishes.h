// Wishes (readers/wishes.h) in plain text, which has lines: the first and the last word on what
// each line and each piece is.
#pragma once

#include <vector>

#include "readers/plain_text/lines.h"
#include "readers/plain_text/pieces.h"
#include "readers/wishes/wishes.h"

namespace garland::plain {

// Marks the lines that `keep:` and `drop:` name as the source has them, before anything is taken
// out of them: each that goes becomes a piece of its own.
void mark_wished_lines(std::vector<TextLine>& lines, Wishes& wishes);

// After cutting: pieces that are named as a whole, the lines that `keep:` names, and headings.
void apply_wishes(std::vector<Piece>& pieces, const std::vector<TextLine>& lines, Wishes& wishes);

// After every judgement: pieces that must stay, and were left out or moved to the metadata, are
// paragraphs again.
void restore_kept(std::vector<Piece>& pieces);

}  // namespace garland::plain
