#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "document/table_grid.h"
#include "readers/markup/markup_reader.h"

namespace garland {
namespace {

constexpr int kMostSpanned = 100;

int span_of(std::string_view text) {
  int number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp(number, 1, kMostSpanned);
}

Alignment alignment_of(const Markup& cell) {
  std::string_view value = cell.attribute("align");
  const std::string_view style = cell.attribute("style");
  const std::size_t at = style.find("text-align:");
  if (value.empty() && at != std::string_view::npos) {
    value = style.substr(at + std::string_view("text-align:").size());
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
  }
  if (value.starts_with("left")) return Alignment::Left;
  if (value.starts_with("center")) return Alignment::Center;
  if (value.starts_with("right")) return Alignment::Right;
  return Alignment::Default;
}

// How many of the columns that a cell asks for are free: one that reaches down from above ends it.
int free_columns(const std::vector<int>& reaching, std::size_t column, int asked) {
  const auto begin =
      reaching.begin() + static_cast<std::ptrdiff_t>(std::min(column, reaching.size()));
  const auto covered = std::find_if(begin, reaching.end(), [](int rows) { return rows > 0; });
  return covered == reaching.end() ? asked : std::min(asked, static_cast<int>(covered - begin));
}

// Gives every row of a part as many columns as the widest has, counting cells that reach down from
// rows above; rows reach down no further than their part. Gives the width.
std::size_t fill_rows(std::vector<TableRow>& rows, std::size_t width) {
  std::vector<int> reaching;  // by column: rows still covered from above
  for (int round = 0; round < 2; ++round) {
    reaching.assign(width, 0);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::size_t column = 0;
      const auto skip_covered = [&] {
        while (column < reaching.size() && reaching[column] > 0) --reaching[column++];
      };
      for (TableCell& cell : rows[r].cells) {
        skip_covered();
        cell.row_span = std::min(cell.row_span, static_cast<int>(rows.size() - r));
        cell.column_span = free_columns(reaching, column, cell.column_span);
        for (int i = 0; i < cell.column_span; ++i, ++column) {
          if (column >= reaching.size()) reaching.resize(column + 1, 0);
          reaching[column] = cell.row_span - 1;
        }
      }
      skip_covered();
      while (round == 1 && column < width) {
        rows[r].cells.emplace_back();
        ++column;
        skip_covered();
      }
    }
    width = std::max(width, reaching.size());
  }
  return width;
}

// A column is aligned as its first cell that says so.
std::vector<Alignment> columns_of(const Table& table, std::size_t width) {
  std::vector<Alignment> columns(width, Alignment::Default);
  const std::vector<TableRow>& rows = table.head.empty() ? table.body : table.head;
  if (rows.empty()) return columns;
  std::size_t column = 0;
  for (const TableCell& cell : rows.front().cells) {
    if (column < width) columns[column] = cell.alignment;
    column += static_cast<std::size_t>(cell.column_span);
  }
  return columns;
}

void drop_column_alignments(std::vector<TableRow>& rows, const std::vector<Alignment>& columns) {
  for (TableRow& row : rows) {
    std::size_t column = 0;
    for (TableCell& cell : row.cells) {
      if (column < columns.size() && cell.alignment == columns[column]) {
        cell.alignment = Alignment::Default;
      }
      column += static_cast<std::size_t>(cell.column_span);
    }
  }
}

// The columns a table needs, and its cells as written.
struct Extent {
  std::size_t width = 0;
  std::size_t cell_count = 0;
  std::size_t row_count = 0;
};

Extent extent_of(const Table& table) {
  Extent extent;
  for (const auto* rows : {&table.head, &table.body}) {
    extent.row_count += rows->size();
    for (const TableRow& row : *rows) {
      std::size_t width = 0;
      for (const TableCell& cell : row.cells) width += static_cast<std::size_t>(cell.column_span);
      extent.width = std::max(extent.width, width);
      extent.cell_count += row.cells.size();
    }
  }
  return extent;
}

bool is_header_row(const TableRow& row) {
  return !row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                           [](const TableCell& cell) { return cell.is_header; });
}

// How many rows at the top are the head of a table that does not say so: rows of header cells
// alone, none of which reaches down into the others. Of a table of header cells, the first ones.
std::size_t count_head_rows(const std::vector<TableRow>& rows) {
  std::size_t count = 0;
  std::size_t closed = 0;  // rows from the top that no cell reaches out of, the fewest
  std::size_t reach = 0;
  for (; count < rows.size() && is_header_row(rows[count]); ++count) {
    if (count > 0 && reach <= count && closed == 0) closed = count;
    for (const TableCell& cell : rows[count].cells) {
      reach = std::max(reach, count + static_cast<std::size_t>(cell.row_span));
    }
  }
  if (count == rows.size()) return closed;
  return reach <= count ? count : closed;
}

}  // namespace

void MarkupReader::table(const Markup& node, Blocks& out, int depth) {
  Table made;
  for (const Markup& child : node.children) {
    if (!child.is("caption")) continue;
    made.caption = blocks(child.children, depth + 1);
    pass_language(child, made.caption);
  }
  Blocks records;
  table_rows(node, false, made, records, depth);
  if (made.head.empty()) {
    const auto end = made.body.begin() + static_cast<std::ptrdiff_t>(count_head_rows(made.body));
    std::move(made.body.begin(), end, std::back_inserter(made.head));
    made.body.erase(made.body.begin(), end);
  }
  const Extent extent = extent_of(made);
  if (is_mostly_empty(extent.width, extent.row_count, extent.cell_count)) {
    diagnostics_.warning("ragged-table", node.range,
                         "most rows of this table lack most of its columns; it is read as text",
                         "give every row all its cells");
    return contents(node, out, depth);
  }
  std::move(records.begin(), records.end(), std::back_inserter(dropped_));
  std::size_t width = fill_rows(made.head, 0);
  width = fill_rows(made.body, width);
  width = fill_rows(made.head, width);
  if (width == 0) return;
  made.columns = columns_of(made, width);
  drop_column_alignments(made.head, made.columns);
  drop_column_alignments(made.body, made.columns);
  out.push_back({std::move(made), attributes_of(node), node.range});
}

void MarkupReader::table_rows(const Markup& node, bool is_head, Table& table, Blocks& records,
                              int depth) {
  for (const Markup& child : node.children) {
    if (take_record(child, records)) continue;
    if (child.is("thead")) {
      table_rows(child, true, table, records, depth);
    } else if (child.is("tbody") || child.is("tfoot")) {
      table_rows(child, false, table, records, depth);
    } else if (child.is("tr")) {
      (is_head ? table.head : table.body).push_back(table_row(child, records, depth));
    }
  }
}

TableRow MarkupReader::table_row(const Markup& node, Blocks& records, int depth) {
  TableRow row;
  for (const Markup& child : node.children) {
    if (take_record(child, records) || (!child.is("td") && !child.is("th"))) continue;
    TableCell cell;
    cell.is_header = child.is("th");
    cell.alignment = alignment_of(child);
    cell.row_span = span_of(child.attribute("rowspan"));
    cell.column_span = span_of(child.attribute("colspan"));
    cell.blocks = blocks(child.children, depth + 1);
    pass_language(child, cell.blocks);
    row.cells.push_back(std::move(cell));
  }
  return row;
}

}  // namespace garland
