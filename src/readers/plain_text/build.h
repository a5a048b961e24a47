// Last step of the plain-text reader: pieces whose kinds are known become the tree.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Fills document.blocks and document.notes. Every piece but Metadata has its place in them, in
// order.
void build_tree(const std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                const Dialect& dialect, int note_count, Document& document);

}  // namespace garland::plain
