#include "readers/plain_text/tables.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/byte_set.h"
#include "base/unicode.h"
#include "readers/plain_text/inlines.h"
#include "readers/words/list_marks.h"

namespace garland::plain {

namespace {

constexpr std::size_t kMostColumns = 40;
constexpr std::size_t kMostRows = 5000;     // of columns kept apart by spaces
constexpr std::size_t kWidestSpaced = 220;  // columns of such a line
constexpr std::uint32_t kLongestCell = 14;  // words in the first cell of such a row

// One row: its cells' words, each of some line's text; a rule has none.
struct Row {
  std::vector<std::string_view> cells;
  std::size_t line = 0;
  bool is_rule = false;
};
using Rows = std::vector<Row>;

bool is_bar(char32_t c) { return c == U'|' || c == 0x2502 || c == 0x2503 || c == 0x2551; }

// A horizontal stroke or a crossing, typed or drawn.
bool is_stroke(char32_t c) {
  return c == U'-' || c == U'=' || c == U'+' || c == U':' || c == U'_' ||
         (c >= 0x2500 && c <= 0x257F);
}

// "|---|:--:|", "+----+----+", "├──┼──┤".
bool is_rule(std::string_view text) {
  std::size_t strokes = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_stroke(c)) {
      ++strokes;
    } else if (!is_bar(c) && c != U' ') {
      return false;
    }
  }
  return strokes >= 3;
}

// ---- with bars

Row split_at_bars(std::string_view text, std::size_t line) {
  Row row{{}, line, is_rule(text)};
  if (row.is_rule) return row;
  std::size_t begin = 0;
  bool is_first = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (!is_bar(next_code_point(text, at))) continue;
    // A frame's bar at the left has no cell before it.
    if (!is_first || before > 0) row.cells.push_back(trim(text.substr(begin, before - begin)));
    is_first = false;
    begin = at;
  }
  const std::string_view rest = trim(text.substr(begin));
  if (!rest.empty()) row.cells.push_back(rest);
  return row;
}

// ---- with tabs

// The tabs at a line's beginning stand before empty cells, and so do those at its end.
Row split_at_tabs(const TextLine& line, std::size_t number) {
  const std::string_view raw = line.raw;
  const std::string_view text = line.text;
  Row row{{}, number, false};
  const std::size_t leading = std::min(raw.find_first_not_of(" \t"), raw.size());
  const auto count_tabs = [](std::string_view space) {
    return static_cast<std::size_t>(std::count(space.begin(), space.end(), '\t'));
  };
  row.cells.assign(std::min(count_tabs(raw.substr(0, leading)), kMostColumns), text.substr(0, 0));
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\t', begin), text.size());
    row.cells.push_back(trim(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  const std::size_t trailing = count_tabs(raw.substr(raw.find_last_not_of(" \t\r") + 1));
  row.cells.resize(row.cells.size() + std::min(trailing, kMostColumns));
  return row;
}

// ---- with spaces

// Code points of a line's text, placed at its indent: positions are columns.
std::u32string columns_of(const TextLine& line) {
  std::u32string columns(line.indent, U' ');
  for (std::size_t at = 0; at < line.text.size();) columns += next_code_point(line.text, at);
  return columns;
}

// Whether a cell begins at the column in every line that reaches it, behind a space.
bool begins_cell(const std::vector<std::u32string>& lines, std::size_t column, bool& is_wide) {
  std::size_t reached = 0;
  std::size_t wide = 0;
  for (const std::u32string& line : lines) {
    if (column >= line.size()) continue;
    if (line[column - 1] != U' ') return false;
    if (line[column] == U' ') continue;  // an empty cell, or one set flush right
    ++reached;
    if (column >= 2 && line[column - 2] == U' ') ++wide;
  }
  is_wide = wide * 2 >= reached;
  return reached * 4 >= lines.size() * 3 && wide > 0;
}

std::vector<std::size_t> cell_columns(const std::vector<std::u32string>& lines,
                                      std::size_t indent) {
  std::size_t width = 0;
  for (const std::u32string& line : lines) width = std::max(width, line.size());
  std::vector<std::size_t> found;
  for (std::size_t column = indent + 2; column < width && found.size() < kMostColumns; ++column) {
    bool is_wide = false;
    if (begins_cell(lines, column, is_wide) && is_wide) found.push_back(column);
  }
  return found;
}

// Bytes of a text up to a column.
std::size_t byte_at(const TextLine& line, std::size_t column) {
  std::size_t at = 0;
  for (std::size_t i = line.indent; i < column && at < line.text.size(); ++i) {
    next_code_point(line.text, at);
  }
  return at;
}

Row split_at_columns(const TextLine& line, const std::vector<std::size_t>& columns,
                     std::size_t number) {
  Row row{{}, number, is_rule(line.text)};
  if (row.is_rule) return row;
  std::size_t begin = 0;
  for (const std::size_t column : columns) {
    const std::size_t end = byte_at(line, column);
    row.cells.push_back(trim(line.text.substr(begin, end - begin)));
    begin = end;
  }
  row.cells.push_back(trim(line.text.substr(begin)));
  return row;
}

// ---- whole runs

class TableReader {
 public:
  TableReader(const std::vector<TextLine>& lines, std::size_t first, std::size_t last)
      : lines_(lines), first_(first), last_(last) {}

  // The rows when they agree; empty when the lines are no table.
  Rows read() const {
    if (Rows rows = by_bars(); !rows.empty()) return rows;
    if (Rows rows = by_tabs(); !rows.empty()) return rows;
    return by_spaces();
  }

 private:
  Rows by_bars() const {
    std::size_t framed = 0;
    std::size_t rules = 0;
    Rows rows;
    for (std::size_t i = first_; i < last_; ++i) {
      std::size_t at = 0;
      if (!lines_[i].is_blank() && is_bar(next_code_point(lines_[i].text, at))) ++framed;
      rows.push_back(split_at_bars(lines_[i].text, i));
      rules += rows.back().is_rule ? 1 : 0;
      if (!rows.back().is_rule && rows.back().cells.size() < 2) return {};
    }
    const bool is_drawn = rules > 0 || framed + rules == rows.size() || rows.size() >= 4;
    return is_drawn && agree(rows) ? rows : Rows();
  }

  Rows by_tabs() const {
    std::size_t begun = 0;  // rows whose first cell has words
    Rows rows;
    for (std::size_t i = first_; i < last_; ++i) {
      rows.push_back(split_at_tabs(lines_[i], i));
      const std::vector<std::string_view>& cells = rows.back().cells;
      if (cells.size() < 2) return {};
      begun += cells.front().empty() ? 0 : 1;
    }
    return begun * 2 > rows.size() && agree(rows) ? rows : Rows();
  }

  Rows by_spaces() const {
    if (last_ - first_ < 3 || last_ - first_ > kMostRows) return {};
    std::vector<std::u32string> grid;
    std::size_t gapped = 0;
    for (std::size_t i = first_; i < last_; ++i) {
      const TextLine& line = lines_[i];
      if (line.extent() > kWidestSpaced) return {};
      if (line.text.find("  ") != std::string_view::npos) ++gapped;
      grid.push_back(columns_of(line));
    }
    if (gapped * 2 < grid.size()) return {};
    std::vector<std::u32string> cells;  // rules tell nothing of the columns
    for (std::size_t i = first_; i < last_; ++i) {
      if (!is_rule(lines_[i].text)) cells.push_back(grid[i - first_]);
    }
    if (cells.size() < 2) return {};
    const std::vector<std::size_t> columns = cell_columns(cells, lines_[first_].indent);
    if (columns.empty()) return {};
    Rows rows;
    for (std::size_t i = first_; i < last_; ++i) {
      rows.push_back(split_at_columns(lines_[i], columns, i));
      if (!rows.back().is_rule && !is_sound(rows.back())) return {};
    }
    return agree(rows) ? rows : Rows();
  }

  // Cells that a column cuts from one another have no gap inside, and the first is filled: a line
  // that only goes on with a cell of the row above is more than is taken apart here.
  static bool is_sound(const Row& row) {
    const bool has_gap = std::any_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) {
      return cell.find("  ") != std::string_view::npos;
    });
    return !has_gap && !row.cells.front().empty() &&
           measure(row.cells.front()).words <= kLongestCell;
  }

  static bool agree(const Rows& rows) {
    std::size_t columns = 0;
    std::size_t filled = 0;
    std::size_t count = 0;
    for (const Row& row : rows) {
      if (row.is_rule) continue;
      if (columns == 0) columns = row.cells.size();
      if (row.cells.size() != columns) return false;
      ++count;
      for (const std::string_view cell : row.cells) filled += cell.empty() ? 0 : 1;
    }
    return count >= 2 && columns >= 2 && columns <= kMostColumns && filled * 2 >= count * columns;
  }

  const std::vector<TextLine>& lines_;
  std::size_t first_;
  std::size_t last_;
};

// A typed bar, a tab or a gap.
bool has_cell_signs(std::string_view text) {
  static constexpr ByteSet kSigns("|\t");
  return kSigns.any_in(text) || text.find("  ") != std::string_view::npos;
}

bool may_be_table(const std::vector<TextLine>& lines, const LineRun& run) {
  if (run.size() < 2 || list_mark(lines[run.first].text).is_some()) return false;
  for (std::size_t i = run.first; i < run.last; ++i) {
    if (lines[i].is_in_region) return false;
  }
  if (lines[run.first].text.find('\t') != std::string_view::npos) return true;
  const std::string_view second = lines[run.first + 1].text;
  return has_cell_signs(second) || is_rule(second) ||
         second.find("\xE2\x94") != std::string_view::npos;
}

// The words of a cell, which view the line's text, with the links in them.
Piece piece_of(std::string_view words, const TextLine& line, const Dialect& dialect) {
  Piece piece;
  piece.text = words;
  piece.measure = measure(words);
  const auto begin = static_cast<std::size_t>(words.data() - line.text.data());
  for (const Cut& cut : line.cuts) {
    const bool is_here = cut.offset >= begin && cut.offset < begin + words.size();
    if (cut.link == 0 || !is_here) continue;
    piece.links.push_back({cut.offset - begin, dialect.address(cut.link)});
    ++piece.link_words;
  }
  return piece;
}

TableRow make_row(const Row& row, const TextLine& line, bool is_header, const Dialect& dialect) {
  TableRow made;
  const SourceRange range = range_of(line, line);
  for (const std::string_view words : row.cells) {
    TableCell cell;
    cell.is_header = is_header;
    if (!words.empty()) {
      Inlines inlines = text_inlines(piece_of(words, line, dialect), range);
      cell.blocks.push_back({Paragraph{std::move(inlines)}, {}, range});
    }
    made.cells.push_back(std::move(cell));
  }
  return made;
}

bool is_table_run(const std::vector<TextLine>& lines, const LineRun& run) {
  return may_be_table(lines, run) && !TableReader(lines, run.first, run.last).read().empty();
}

// A table whose caption stands right above it, alone on its line; then the run is the table's.
bool is_table_under_caption(const std::vector<TextLine>& lines, LineRun& run) {
  constexpr std::uint32_t kLongest = 12;  // words
  const std::string_view caption = lines[run.first].text;
  if (run.size() < 4 || has_cell_signs(caption) || measure(caption).words > kLongest) return false;
  const LineRun below{run.first + 1, run.last, run.indent};
  if (!is_table_run(lines, below)) return false;
  run = below;
  return true;
}

}  // namespace

std::vector<Region> find_tables(const std::vector<TextLine>& lines,
                                std::vector<Inference>& inferences) {
  std::vector<Region> tables;
  for (LineRun run : runs_of(lines)) {
    if (!is_table_run(lines, run) && !is_table_under_caption(lines, run)) continue;
    tables.push_back({Region::Kind::Table, run.first, run.last, {}, false, 0});
    inferences.push_back({range_of(lines[run.first], lines[run.last - 1]), "table",
                          "lines whose cells agree in their columns"});
  }
  return tables;
}

Table build_table(const std::vector<TextLine>& lines, const Region& region,
                  const Dialect& dialect) {
  const Rows rows = TableReader(lines, region.first, region.last).read();
  Table table;
  std::size_t cells = 0;
  // The header is the one row above the first rule that has rows on both of its sides.
  std::size_t above = 0;
  std::size_t seen = 0;
  for (const Row& row : rows) {
    if (!row.is_rule) {
      ++seen;
      cells = row.cells.size();
    } else if (above == 0) {
      above = seen;
    }
  }
  seen = 0;
  for (const Row& row : rows) {
    if (row.is_rule) continue;
    const bool is_header = above == 1 && seen++ == 0;
    (is_header ? table.head : table.body)
        .push_back(make_row(row, lines[row.line], is_header, dialect));
  }
  table.columns.assign(cells, Alignment::Default);
  return table;
}

}  // namespace garland::plain
