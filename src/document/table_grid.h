// Where the cells of a table stand once spans are counted.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace garland {

struct GridCell {
  const TableCell* cell = nullptr;  // null: a place that the source left empty
  std::size_t row = 0;              // over head and body
  std::size_t column = 0;
  std::size_t row_count = 1;  // never reaches from the head into the body
  std::size_t column_count = 1;
  Alignment alignment = Alignment::Default;
};

// Every place of the grid belongs to one cell; cells in order of rows, then columns.
struct TableGrid {
  std::size_t column_count = 0;
  std::size_t head_row_count = 0;
  std::size_t row_count = 0;  // head included
  std::vector<GridCell> cells;
};

// Whether most places of a table of this size would be empty: a slip of typing or an attack, whose
// grid would take far more memory than its text.
bool is_mostly_empty(std::size_t column_count, std::size_t row_count, std::size_t cell_count);

// Spans that reach beyond the table or over other cells are cut.
TableGrid make_grid(const Table& table);

}  // namespace garland
