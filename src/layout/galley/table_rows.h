// A table's cells, each set by itself, put together in rows.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "layout/galley/galley.h"

namespace garland {

// A cell that has been set. It belongs to the row in which it begins.
struct SetCell {
  std::size_t row_count = 1;  // over which it reaches
  Slabs slabs;
  Length height;
};
using SetRow = std::vector<SetCell>;
using SetRows = std::vector<SetRow>;

// Heights of the rows; the last row of a cell over several gets what the others do not hold.
std::vector<Length> row_heights(const SetRows& rows);

// The rows of a table's head, each a slab; one for all where a cell reaches over several.
Slabs head_slabs(std::span<SetRow> rows, std::span<const Length> heights);

// Which rows are cut, and how high the pieces are.
struct RowCut {
  Length highest_whole;  // of a row that stays whole, and of the pieces where lines allow it
  Length piece;          // the least
  Length highest;        // of a piece, but for a line that is higher itself
};

// The rows of its body, with white below each. Rows that hang together by a cell over several are
// one slab; a row by itself that is too high is cut between the lines of its cells. The white above
// a piece is negative where it stands partly beside the one before it.
Slabs body_slabs(std::span<SetRow> rows, std::span<const Length> heights, Length row_gap,
                 const RowCut& cut);

}  // namespace garland
