#include "readers/markdown/spanned_tables.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kMostGridColumns = 100;
// The text of a cell that the one at its left, or above it, covers. No source has these signs.
constexpr char kCoveredByLeft = '\x12';
constexpr char kCoveredByAbove = '\x13';

bool is_border_sign(char32_t c) { return c == U'-' || c == U'=' || c == U':' || c == U'+'; }

class GridReader {
 public:
  explicit GridReader(const std::vector<std::string_view>& lines) {
    for (std::string_view line : lines) {
      line = trim(line);
      std::u32string characters;
      for (std::size_t at = 0; at < line.size();) characters += next_code_point(line, at);
      lines_.push_back(std::move(characters));
    }
  }

  std::optional<SpannedTable> read(void (*add_to_cell)(std::string_view, std::string&)) {
    if (!find_grid()) return std::nullopt;
    const std::size_t height = rows_.size() - 1;
    const std::size_t width = columns_.size() - 1;
    std::vector<std::vector<char>> covered(height, std::vector<char>(width, 0));
    SpannedTable table;
    table.rows.assign(height, std::vector<std::string>(width));
    for (std::size_t row = 0; row < height; ++row) {
      for (std::size_t column = 0; column < width; ++column) {
        if (covered[row][column] != 0) {
          table.rows[row][column] = covered[row][column];
          continue;
        }
        const std::size_t right = right_of(row, column);
        const std::size_t below = below_of(row, column, right);
        for (std::size_t y = row; y < below; ++y) {
          for (std::size_t x = column; x < right; ++x) {
            covered[y][x] = x > column ? kCoveredByLeft : kCoveredByAbove;
          }
        }
        read_words(row, column, right, below, table.rows[row][column], add_to_cell);
      }
      if (lines_[rows_[row + 1]].find(U'=') != std::u32string::npos) table.head_rows = row + 1;
    }
    return table;
  }

 private:
  char32_t at(std::size_t y, std::size_t x) const {
    return x < lines_[y].size() ? lines_[y][x] : U' ';
  }

  // A corner stands beside a border on its line.
  bool is_corner(std::size_t y, std::size_t x) const {
    if (at(y, x) != U'+') return false;
    return (x > 0 && is_border_sign(at(y, x - 1))) || is_border_sign(at(y, x + 1));
  }

  // The lines and columns on which borders run; false where the outer border has a hole.
  bool find_grid() {
    std::map<std::size_t, int> columns;
    const std::size_t width = lines_.front().size();
    for (std::size_t y = 0; y < lines_.size(); ++y) {
      const std::u32string& line = lines_[y];
      if (line.size() != width || (line.front() != U'+' && line.front() != U'|') ||
          (line.back() != U'+' && line.back() != U'|'))
        return false;
      bool has_border = false;
      for (std::size_t x = 0; x < width; ++x) {
        if (!is_corner(y, x)) continue;
        has_border = true;
        columns[x] += 1;
      }
      if (has_border) rows_.push_back(y);
    }
    for (const auto& [column, count] : columns) columns_.push_back(column);
    return rows_.size() > 1 && columns_.size() > 1 && columns_.size() <= kMostGridColumns &&
           rows_.front() == 0 && rows_.back() + 1 == lines_.size() && columns_.front() == 0 &&
           columns_.back() + 1 == width;
  }

  // The column whose border ends the cell that begins there.
  std::size_t right_of(std::size_t row, std::size_t column) const {
    std::size_t right = column + 1;
    while (right + 1 < columns_.size() && !is_wall(row, right)) ++right;
    return right;
  }

  bool is_wall(std::size_t row, std::size_t column) const {
    for (std::size_t y = rows_[row] + 1; y < rows_[row + 1]; ++y) {
      if (at(y, columns_[column]) != U'|') return false;
    }
    return true;
  }

  std::size_t below_of(std::size_t row, std::size_t column, std::size_t right) const {
    std::size_t below = row + 1;
    while (below + 1 < rows_.size() && !is_floor(rows_[below], column, right)) ++below;
    return below;
  }

  bool is_floor(std::size_t y, std::size_t column, std::size_t right) const {
    for (std::size_t x = columns_[column] + 1; x < columns_[right]; ++x) {
      if (!is_border_sign(at(y, x))) return false;
    }
    return true;
  }

  void read_words(std::size_t row, std::size_t column, std::size_t right, std::size_t below,
                  std::string& cell, void (*add_to_cell)(std::string_view, std::string&)) const {
    for (std::size_t y = rows_[row] + 1; y < rows_[below]; ++y) {
      std::string words;
      for (std::size_t x = columns_[column] + 1; x < columns_[right]; ++x) {
        append_utf8(words, at(y, x));
      }
      add_to_cell(words, cell);
    }
    while (cell.ends_with("<br>")) cell.erase(cell.size() - 4);
  }

  std::vector<std::u32string> lines_;
  std::vector<std::size_t> rows_;     // lines with borders
  std::vector<std::size_t> columns_;  // columns with corners
};

char cover_of(const Markup& cell) {
  if (cell.children.size() != 1 || !cell.children.front().is_text()) return 0;
  const std::string_view words = trim(cell.children.front().text);
  const bool is_cover =
      words.size() == 1 && (words[0] == kCoveredByLeft || words[0] == kCoveredByAbove);
  return is_cover ? words[0] : '\0';
}

void widen(Markup& cell, std::string_view key) {
  const std::string_view written = cell.attribute(key);
  const int span = written.empty() ? 1 : std::stoi(std::string(written));
  cell.set_attribute(key, std::to_string(span + 1));
}

void merge_in_table(Markup& table) {
  std::vector<Markup*> above;  // the cell that reaches down into each column
  for (Markup& row : table.children) {
    if (!row.is("tr")) continue;
    above.resize(std::max(above.size(), row.children.size()), nullptr);
    Markup* left = nullptr;
    std::size_t x = 0;
    for (Markup& cell : row.children) {
      if (cell.is("x-dropped")) continue;
      const char cover = cover_of(cell);
      if (cover == 0) above[x] = left = &cell;
      if (cover == kCoveredByAbove && above[x] != nullptr) widen(*above[x], "rowspan");
      if (cover == kCoveredByLeft && left != nullptr) widen(*left, "colspan");
      if (cover != 0) left = cover == kCoveredByLeft ? left : nullptr;
      ++x;
    }
  }
  for (Markup& row : table.children) {
    std::erase_if(row.children, [](const Markup& cell) { return cover_of(cell) != 0; });
  }
}

}  // namespace

std::optional<SpannedTable> read_spanned_table(const std::vector<std::string_view>& lines,
                                               void (*add_to_cell)(std::string_view piece,
                                                                   std::string& cell)) {
  if (lines.size() < 3) return std::nullopt;
  return GridReader(lines).read(add_to_cell);
}

void merge_covered_cells(MarkupList& blocks) {
  for (Markup& block : blocks) {
    if (block.is("table")) merge_in_table(block);
    if (!block.is("p")) merge_covered_cells(block.children);
  }
}

}  // namespace garland
