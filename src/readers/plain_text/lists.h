// Lists typed with bullets or numbers: which marks begin items, and the nested List of them.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Turns marked pieces into ListItem with a level, and paragraphs indented under them into
// ListContinuation. A bullet is always one; dashes and numbers only where a run of them stands
// together and numbers count up. Cost linear.
void find_lists(std::vector<Piece>& pieces, std::vector<Inference>& inferences,
                const std::vector<TextLine>& lines);

// The blocks of one piece's text.
using MakeBlock = std::function<Block(const Piece&)>;

// The lists of pieces [first, last), all of them ListItem or ListContinuation, the first an item.
Blocks build_lists(const std::vector<Piece>& pieces, std::size_t first, std::size_t last,
                   const std::vector<TextLine>& lines, const MakeBlock& make_block);

}  // namespace garland::plain
