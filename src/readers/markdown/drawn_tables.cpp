#include "readers/markdown/drawn_tables.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "base/lines.h"
#include "base/unicode.h"
#include "readers/markdown/scan.h"
#include "readers/markdown/spanned_tables.h"

namespace garland {
namespace {

constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostLines = 2000;
constexpr std::size_t kShortestRule = 3;  // dashes of a column

using Cells = std::vector<std::string>;

struct Drawing {
  std::vector<Cells> rows;
  bool has_head = false;
  std::vector<std::string> rules;  // GitHub's, one a column
  std::size_t line_count = 0;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

// Adds what a line has of a cell to what the lines before had.
void add_to_cell(std::string_view piece, std::string& cell) {
  piece = trim(piece);
  const bool is_new = piece.empty() || piece.starts_with("- ") || piece.starts_with("* ");
  if (!cell.empty() && !cell.ends_with("<br>")) cell += is_new ? "<br>" : " ";
  for (const char c : piece) {
    if (c == '|') cell += '\\';
    cell += c;
  }
}

void finish_row(Cells& row, Drawing& drawing) {
  const bool has_words =
      std::any_of(row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); });
  for (std::string& cell : row) {
    while (cell.ends_with("<br>")) cell.erase(cell.size() - 4);
  }
  if (has_words) drawing.rows.push_back(row);
  row.assign(row.size(), {});
}

// "+---+:==:+".
bool is_border(std::string_view line) {
  line = trim(line);
  return line.size() > 2 && line.front() == '+' && line.back() == '+' &&
         line.find_first_not_of("+-=:") == line.npos && line.find_first_of("-=") != line.npos;
}

std::vector<std::string> rules_of(std::string_view border) {
  std::vector<std::string> rules;
  border = trim(border);
  for (std::size_t at = 1; at < border.size();) {
    const std::size_t end = border.find('+', at);
    const std::string_view part = border.substr(at, end - at);
    std::string rule = part.starts_with(':') ? ":--" : "---";
    if (part.ends_with(':')) rule.back() = ':';
    rules.push_back(std::move(rule));
    at = end + 1;
  }
  return rules;
}

// The columns of a line of dashes: "-----  ---"; none where it is something else.
std::vector<std::size_t> columns_of(std::string_view line) {
  std::vector<std::size_t> columns;
  if (line.find_first_not_of("- \r") != line.npos) return columns;
  for (std::size_t at = line.find('-'); at != line.npos;) {
    const std::size_t end = std::min(line.find_first_not_of('-', at), line.size());
    if (end - at < kShortestRule || columns.size() == kMostColumns) return {};
    columns.push_back(at);
    at = line.find('-', end);
  }
  return columns;
}

// The offset of each column in bytes; nothing where a word stands across the space between two.
std::optional<std::vector<std::size_t>> offsets_of(std::string_view line,
                                                   const std::vector<std::size_t>& columns) {
  std::vector<std::size_t> offsets;
  std::size_t offset = 0;
  std::size_t column = 0;
  char before = ' ';
  for (const std::size_t target : columns) {
    while (column < target && offset < line.size()) {
      before = line[offset];
      next_code_point(line, offset);
      ++column;
    }
    if (target > 0 && offset < line.size() && before != ' ') return std::nullopt;
    offsets.push_back(offset);
  }
  return offsets;
}

class TableRewriter {
 public:
  explicit TableRewriter(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
      lines_.push_back(line_at(text, offset));
      offset += lines_.back().size() + 1;
    }
    ends_with_line_ = text.ends_with('\n');
  }

  std::string run() {
    LineScanner scanner(ListMarks::Numbers);
    for (std::size_t at = 0; at < lines_.size();) {
      const bool may_begin =
          !scanner.is_verbatim(lines_[at]) && (at == 0 || is_blank(lines_[at - 1]));
      const std::optional<Drawing> drawing = may_begin ? drawing_at(at) : std::nullopt;
      if (drawing) {
        write(*drawing);
        at += drawing->line_count;
      } else {
        out_.append(lines_[at++]).append("\n");
      }
    }
    if (!ends_with_line_ && out_.ends_with('\n')) out_.pop_back();
    return std::move(out_);
  }

 private:
  std::string_view line(std::size_t at) const {
    return at < lines_.size() ? lines_[at] : std::string_view{};
  }

  std::optional<Drawing> drawing_at(std::size_t at) const {
    if (is_border(lines_[at])) {
      std::optional<Drawing> grid = grid_at(at);
      return grid ? grid : spanned_at(at);
    }
    if (!columns_of(line(at + 1)).empty() && !is_blank(lines_[at])) return simple_at(at);
    const std::size_t rules = columns_of(lines_[at]).size();
    if (rules == 1) return lines_to_a_row_at(at);
    return rules > 1 ? headless_at(at) : std::nullopt;
  }

  std::optional<Drawing> grid_at(std::size_t at) const {
    Drawing drawing;
    drawing.rules = rules_of(lines_[at]);
    const std::size_t width = drawing.rules.size();
    if (width > kMostColumns) return std::nullopt;
    Cells row(width);
    std::size_t end = at + 1;
    for (; end < lines_.size() && end - at < kMostLines && !is_blank(lines_[end]); ++end) {
      if (is_border(lines_[end])) {
        if (rules_of(lines_[end]).size() != width) return std::nullopt;
        finish_row(row, drawing);
        if (lines_[end].find('=') != std::string_view::npos && drawing.rows.size() == 1) {
          drawing.has_head = true;
          drawing.rules = rules_of(lines_[end]);
        }
      } else if (!add_bars(trim(lines_[end]), row)) {
        return std::nullopt;
      }
    }
    if (!is_border(lines_[end - 1]) || drawing.rows.empty()) return std::nullopt;
    drawing.line_count = end - at;
    return drawing;
  }

  // A grid whose cells reach over others.
  std::optional<Drawing> spanned_at(std::size_t at) const {
    std::vector<std::string_view> lines;
    for (std::size_t end = at; end < lines_.size() && !is_blank(lines_[end]); ++end) {
      if (lines.size() > kMostLines) return std::nullopt;
      lines.push_back(lines_[end]);
    }
    std::optional<SpannedTable> table = read_spanned_table(lines, add_to_cell);
    if (!table) return std::nullopt;
    Drawing drawing;
    drawing.has_head = table->head_rows > 0;
    drawing.rules.assign(table->rows.front().size(), "---");
    drawing.rows = std::move(table->rows);
    drawing.line_count = lines.size();
    return drawing;
  }

  // "| a | b |".
  static bool add_bars(std::string_view own, Cells& row) {
    if (own.size() < 2 || own.front() != '|' || own.back() != '|') return false;
    const auto bars = static_cast<std::size_t>(std::count(own.begin(), own.end(), '|'));
    if (bars != row.size() + 1) return false;
    std::size_t begin = 1;
    for (std::string& cell : row) {
      const std::size_t end = own.find('|', begin);
      add_to_cell(own.substr(begin, end - begin), cell);
      begin = end + 1;
    }
    return true;
  }

  static bool add_columns(std::string_view text, const std::vector<std::size_t>& columns,
                          Cells& row) {
    const auto offsets = offsets_of(text, columns);
    if (!offsets) return false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t begin = (*offsets)[i];
      const std::size_t end = i + 1 < row.size() ? (*offsets)[i + 1] : text.size();
      const std::string_view piece = trim(text.substr(begin, end - begin));
      if (!piece.empty()) add_to_cell(piece, row[i]);
    }
    return true;
  }

  // A head, a line of dashes, rows up to a blank line.
  std::optional<Drawing> simple_at(std::size_t at) const {
    const std::vector<std::size_t> columns = columns_of(lines_[at + 1]);
    if (columns.size() < 2 || is_blank(line(at + 2))) return std::nullopt;
    Drawing drawing;
    drawing.has_head = true;
    Cells row(columns.size());
    std::size_t end = at;
    for (; end < lines_.size() && !is_blank(lines_[end]) && end - at < kMostLines; ++end) {
      if (end == at + 1 || columns_of(lines_[end]) == columns) continue;
      if (!add_columns(lines_[end], columns, row)) return std::nullopt;
      finish_row(row, drawing);
    }
    if (drawing.rows.size() < 2) return std::nullopt;
    drawing.rules = rules_from(lines_[at], lines_[at + 1], columns);
    drawing.line_count = end - at;
    return drawing;
  }

  // Rows between two lines of dashes.
  std::optional<Drawing> headless_at(std::size_t at) const {
    const std::vector<std::size_t> columns = columns_of(lines_[at]);
    Drawing drawing;
    drawing.rules.assign(columns.size(), "---");
    Cells row(columns.size());
    std::size_t end = at + 1;
    for (; end < lines_.size() && columns_of(lines_[end]) != columns; ++end) {
      if (is_blank(lines_[end]) || end - at > kMostLines) return std::nullopt;
      if (!add_columns(lines_[end], columns, row)) return std::nullopt;
      finish_row(row, drawing);
    }
    if (end == lines_.size() || drawing.rows.empty()) return std::nullopt;
    drawing.line_count = end + 1 - at;
    return drawing;
  }

  // A rule, a head, a line of dashes, rows with blank lines between them, a rule.
  std::optional<Drawing> lines_to_a_row_at(std::size_t at) const {
    std::size_t dashes = at + 1;
    while (dashes < lines_.size() && dashes - at < 10 && columns_of(lines_[dashes]).size() < 2) {
      if (is_blank(lines_[dashes])) return std::nullopt;
      ++dashes;
    }
    const std::vector<std::size_t> columns = columns_of(line(dashes));
    if (columns.size() < 2 || dashes == at + 1) return std::nullopt;
    Drawing drawing;
    drawing.has_head = true;
    Cells row(columns.size());
    std::size_t end = at + 1;
    for (; end < lines_.size(); ++end) {
      const bool is_rule = columns_of(lines_[end]).size() == 1;
      if (is_rule && end > dashes) break;
      if (end - at > kMostLines) return std::nullopt;
      if (end == dashes || is_blank(lines_[end])) {
        finish_row(row, drawing);
      } else if (!add_columns(lines_[end], columns, row)) {
        return std::nullopt;
      }
    }
    if (end == lines_.size()) return std::nullopt;
    finish_row(row, drawing);
    if (drawing.rows.size() < 2) return std::nullopt;
    drawing.rules = rules_from(lines_[dashes - 1], lines_[dashes], columns);
    drawing.line_count = end + 1 - at;
    return drawing;
  }

  // A column is aligned as its head stands over its dashes.
  static std::vector<std::string> rules_from(std::string_view head, std::string_view dashes,
                                             const std::vector<std::size_t>& columns) {
    std::vector<std::string> rules;
    for (const std::size_t begin : columns) {
      const std::size_t end = std::min(dashes.find_first_not_of('-', begin), dashes.size());
      const auto has_word = [head](std::size_t at) { return at < head.size() && head[at] != ' '; };
      const bool at_left = has_word(begin);
      const bool at_right = has_word(end - 1);
      rules.emplace_back(at_left && at_right ? "---" : at_left ? ":--" : at_right ? "--:" : ":-:");
    }
    return rules;
  }

  void write_row(const Cells& cells) {
    out_ += '|';
    for (const std::string& cell : cells) out_.append(" ").append(cell).append(" |");
    out_ += '\n';
  }

  void write(const Drawing& drawing) {
    std::size_t written = 2;
    write_row(drawing.has_head ? drawing.rows.front() : Cells(drawing.rules.size()));
    write_row(drawing.rules);
    for (std::size_t i = drawing.has_head ? 1 : 0; i < drawing.rows.size(); ++i, ++written) {
      write_row(drawing.rows[i]);
    }
    for (; written < drawing.line_count; ++written) out_ += '\n';
  }

  std::vector<std::string_view> lines_;
  bool ends_with_line_ = false;
  std::string out_;
};

}  // namespace

std::string with_pipe_tables(std::string_view text) {
  const bool may_have_tables = text.find("+--") != text.npos || text.find("+:-") != text.npos ||
                               text.find("+==") != text.npos || text.find("--- ") != text.npos ||
                               text.find("\n---") != text.npos || text.starts_with("---");
  return may_have_tables ? TableRewriter(text).run() : std::string(text);
}

}  // namespace garland
