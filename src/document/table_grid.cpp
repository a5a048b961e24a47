#include "document/table_grid.h"

#include <algorithm>

namespace garland {
namespace {

constexpr std::size_t kMostColumns = 2000;  // a span in a source may claim millions
// Rows that end early are filled up with empty cells, but not without bound: one wide row above a
// million short ones would otherwise cost their product.
constexpr std::size_t kMostFilledCells = 1'000'000;

std::size_t span_of(int count) { return static_cast<std::size_t>(std::max(1, count)); }

// The columns that the rows take, with the cells that reach down into them.
std::size_t width_of(const std::vector<TableRow>& rows) {
  std::vector<std::size_t> free_from;  // by column: the first row that is not taken from above
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::size_t column = 0;
    for (const TableCell& cell : rows[row].cells) {
      while (column < free_from.size() && free_from[column] > row) ++column;
      const std::size_t end = std::min(kMostColumns, column + span_of(cell.column_span));
      if (free_from.size() < end) free_from.resize(end, 0);
      for (; column < end; ++column) free_from[column] = row + span_of(cell.row_span);
    }
  }
  return free_from.size();
}

// Places rows one after the other; `busy_` says for how many further rows a column is taken from
// above.
class GridMaker {
 public:
  GridMaker(TableGrid& grid, const std::vector<Alignment>& columns)
      : grid_(grid), columns_(columns), busy_(grid.column_count, 0) {}

  void add_rows(const std::vector<TableRow>& rows) {
    std::fill(busy_.begin(), busy_.end(), 0);
    for (std::size_t i = 0; i < rows.size(); ++i) add_row(rows[i], rows.size() - i);
  }

 private:
  void add_row(const TableRow& row, std::size_t rows_left) {
    std::size_t column = 0;
    auto next = row.cells.begin();
    while (column < grid_.column_count) {
      if (busy_[column] > 0) {
        --busy_[column++];
        continue;
      }
      const TableCell* cell = next != row.cells.end() ? &*next++ : nullptr;
      if (cell == nullptr && grid_.cells.size() > kMostFilledCells) break;
      column += place(cell, column, rows_left);
    }
    ++grid_.row_count;
  }

  std::size_t place(const TableCell* cell, std::size_t column, std::size_t rows_left) {
    GridCell placed;
    placed.cell = cell;
    placed.row = grid_.row_count;
    placed.column = column;
    if (cell != nullptr) {
      placed.row_count = std::min(rows_left, span_of(cell->row_span));
      placed.column_count = free_columns(column, span_of(cell->column_span));
      placed.alignment = cell->alignment;
    }
    if (placed.alignment == Alignment::Default && column < columns_.size()) {
      placed.alignment = columns_[column];
    }
    for (std::size_t i = 0; i < placed.column_count; ++i) busy_[column + i] = placed.row_count - 1;
    grid_.cells.push_back(placed);
    return placed.column_count;
  }

  std::size_t free_columns(std::size_t column, std::size_t wanted) const {
    std::size_t count = 1;
    while (count < wanted && column + count < busy_.size() && busy_[column + count] == 0) ++count;
    return count;
  }

  TableGrid& grid_;
  const std::vector<Alignment>& columns_;
  std::vector<std::size_t> busy_;
};

}  // namespace

bool is_mostly_empty(std::size_t column_count, std::size_t row_count, std::size_t cell_count) {
  constexpr std::size_t kSmall = 10'000;  // places: such a table may be as empty as it likes
  return column_count * row_count > kSmall + 4 * cell_count;
}

TableGrid make_grid(const Table& table) {
  TableGrid grid;
  grid.column_count = std::min(kMostColumns, table.columns.size());
  for (const auto* rows : {&table.head, &table.body}) {
    grid.column_count = std::max(grid.column_count, width_of(*rows));
  }
  GridMaker maker(grid, table.columns);
  maker.add_rows(table.head);
  grid.head_row_count = grid.row_count;
  maker.add_rows(table.body);
  return grid;
}

}  // namespace garland
