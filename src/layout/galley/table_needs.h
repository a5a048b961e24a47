// How much room the columns of a table want.
#pragma once

#include <vector>

#include "document/table_grid.h"
#include "layout/galley/setter.h"
#include "layout/galley/table_widths.h"

namespace garland {

TextRole role_of(const GridCell& cell, const TableGrid& grid);

// Widths that the cells need, by column. `gap`: between two columns; `frame`: the table's, in whose
// language and size the cells are set. Cost: shapes every paragraph of the table.
std::vector<ColumnNeed> measure_columns(Setter& setter, const TableGrid& grid, Length gap,
                                        const Frame& frame);

}  // namespace garland
