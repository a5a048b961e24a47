// Widths of a table's columns, from the widths that their cells need (the automatic table layout of
// CSS 2.1, 17.5.2.2, for a measure that must not be passed).
#pragma once

#include <cstddef>
#include <vector>

#include "base/length.h"

namespace garland {

struct ColumnNeed {
  Length minimum;  // widest word
  Length natural;  // widest line
};

// Columns that stand side by side. A table that is too wide is cut into several panels, set one
// below the other, of which each later one repeats the table's first column.
struct TablePanel {
  std::vector<std::size_t> columns;  // ascending
  std::vector<Length> widths;        // one a column
  bool repeats_first = false;        // columns[0] stands in the panel before already
};

struct TablePlan {
  double scale = 1;  // of the type
  std::vector<TablePanel> panels;
};

// `narrowest`: what a column may be pressed to, words being broken. `gap`: between two columns.
// Requires at least one column. No panel is wider than the measure.
TablePlan plan_columns(const std::vector<ColumnNeed>& needs, Length measure, Length gap,
                       Length narrowest);

}  // namespace garland
