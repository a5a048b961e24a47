// Tables drawn with signs whose cells reach over several rows or columns (Pandoc's manual, "Grid
// tables"). GitHub's tables have no such cells, so that those they cover are marked on the way
// through cmark-gfm.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/markup/markup.h"

namespace garland {

struct SpannedTable {
  std::vector<std::vector<std::string>> rows;  // all of one length; covered cells are marked
  std::size_t head_rows = 0;                   // above a border of "="
};

// Reads the lines of one drawing, its outer borders included; nothing where they draw no table.
// A piece of a cell's text is added to what the cell has by `add_to_cell`. Time linear in the
// drawing, which has a hundred columns at most.
std::optional<SpannedTable> read_spanned_table(const std::vector<std::string_view>& lines,
                                               void (*add_to_cell)(std::string_view piece,
                                                                   std::string& cell));

// Gives the cells of tables their reach ("rowspan", "colspan") and takes the covered ones away.
void merge_covered_cells(MarkupList& blocks);

}  // namespace garland
