// Headings that little text follows, told by their siblings: "2. Methods" between "1." and "3.",
// a line in capitals in a text whose headings are in capitals.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Adds to the headings found, indices of pieces in order, those that stand in one row with them:
// the numbers before and after theirs, the parts numbered under them, the same capitals. Cost
// n log n at most.
void add_sibling_headings(const std::vector<Piece>& pieces, const Layout& layout,
                          std::vector<std::size_t>& headings);

}  // namespace garland::plain
