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
  // Of each row's cell all its words in one line; nothing of cells over several rows or columns.
  std::vector<Length> words = {};
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

// Where there is less room than the natural widths, the widest columns get one width, or all get in
// proportion to what they lack (CSS 2.1, as above), or something between: whichever makes the
// fewest lines of the rows. `narrowest`: what a column may be pressed to, words being broken.
// `gap`: between two columns. Requires at least one column. No panel is wider than the measure.
TablePlan plan_columns(const std::vector<ColumnNeed>& needs, Length measure, Length gap,
                       Length narrowest);

}  // namespace garland
