// White within a column that may take a line more, so that the column reaches its foot.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/pages/fill_column.h"

namespace garland {

// How many places among the slabs may have white a line wider above them.
std::int64_t count_openings(const Galley& galley, const std::vector<PlacedSlab>& placed);

// How much wider the white above all of the slabs together may be, in a galley whose white is wide.
// Where no page may end it stays as it is: what it parts belongs together.
Length stretch_of(const Galley& galley, const std::vector<PlacedSlab>& placed);

// Moves what is placed so that it takes up the white that `end` adds. On a grid the white above
// headings and figures has a line more each, the widest first: all lines stay on the grid. In a
// galley whose white is wide all of it is wider in proportion.
void open_up(const Galley& galley, const PageRoom& room, const ColumnEnd& end, ColumnFill& fill);

}  // namespace garland
