// The inlines of a piece of plain text: its words, the addresses in it as links, the marks of
// notes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Text and links; every node has the range given.
Inlines text_inlines(std::string_view text, SourceRange range);

// The same with the links that the rendering program marked in the piece's text.
Inlines text_inlines(const Piece& piece, SourceRange range);

// Those of piece.text from `from` on, each node with its own place. Marks "[3]" and superscript
// digits become references to notes where 1 <= number <= note_count. Cost linear.
Inlines piece_inlines(const Piece& piece, std::size_t from, const std::vector<TextLine>& lines,
                      int note_count);

// The number of the note's mark that stands at `at`, and its bytes in `length`; 0 when none does.
int note_mark_at(std::string_view text, std::size_t at, std::size_t& length);

}  // namespace garland::plain
