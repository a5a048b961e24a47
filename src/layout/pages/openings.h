// White within a column that may take a line more, so that the column reaches its foot.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/pages/fill_column.h"

namespace garland {

// How many places among the slabs may have white a line wider above them.
std::int64_t count_openings(const Galley& galley, const std::vector<PlacedSlab>& placed);

// Moves what is placed so that the white above headings and figures takes up the lines that `end`
// adds, one each, the widest white first: all lines stay on the grid.
void open_up(const Galley& galley, const PageRoom& room, const ColumnEnd& end, ColumnFill& fill);

}  // namespace garland
