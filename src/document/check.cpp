#include "document/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <type_traits>

#include "document/walk.h"

namespace garland {
namespace {

// "line 3: what"; without the place where it is not known.
std::string at(SourceRange range, std::string_view what) {
  return range.is_known() ? fmt::format("line {}: {}", range.begin_line, what) : std::string(what);
}

// Goes through a tree with its depth in hand, and notes what breaks a rule.
class Checker {
 public:
  explicit Checker(const Document& document) : document_(document) {}

  std::vector<std::string> run() {
    collect_labels();
    blocks(document_.blocks, 1);
    for (const Note& note : document_.notes) {
      remember_id(note.id, note.range);
      blocks(note.blocks, 1);
    }
    return std::move(problems_);
  }

 private:
  void report(SourceRange range, std::string_view what) { problems_.push_back(at(range, what)); }

  void collect_labels() {
    for (const Note& note : document_.notes) {
      if (!labels_.insert(note.label).second) {
        report(note.range, fmt::format("two notes have the label \"{}\"", note.label));
      }
    }
  }

  void remember_id(const std::string& id, SourceRange range) {
    if (!id.empty() && !ids_.insert(id).second) {
      report(range, fmt::format("two nodes have the id \"{}\"", id));
    }
  }

  // Too deep a tree is reported once and not followed, so that this function is safe on any tree.
  bool is_too_deep(int depth, SourceRange range) {
    if (depth <= kMaxNesting) return false;
    if (!deep_reported_) report(range, fmt::format("nested deeper than {} levels", kMaxNesting));
    deep_reported_ = true;
    return true;
  }

  void blocks(const Blocks& list, int depth) {
    for (const Block& block : list) {
      if (is_too_deep(depth, block.range)) return;
      remember_id(block.attributes.id, block.range);
      std::visit([&](const auto& content) { rules(content, block.range); }, block.content);
      auto deeper = [&](const auto& inner) {
        if constexpr (std::is_same_v<decltype(inner), const Blocks&>) {
          blocks(inner, depth + 1);
        } else {
          inlines(inner, 1, false);
        }
      };
      for_lists_inside(block, deeper);
    }
  }

  void inlines(const Inlines& list, int depth, bool in_link) {
    for (const Inline& node : list) {
      if (is_too_deep(depth, node.range)) return;
      remember_id(node.attributes.id, node.range);
      std::visit([&](const auto& content) { rules(content, node.range); }, node.content);
      const bool is_link = node.as<Link>() != nullptr;
      if (is_link && in_link) report(node.range, "a link stands inside a link");
      if (const Inlines* inner = children_of(node)) inlines(*inner, depth + 1, in_link || is_link);
    }
  }

  template <typename Kind>
  void rules(const Kind& /*node*/, SourceRange /*range*/) {}  // a kind without rules of its own

  void rules(const Text& text, SourceRange range) {
    if (text.text.empty()) report(range, "a text node is empty");
    if (text.text.find('\n') != std::string::npos) report(range, "a text node has a line end");
  }
  void rules(const NoteReference& mark, SourceRange range) {
    if (labels_.count(mark.label) == 0) {
      report(range, fmt::format("no note has the label \"{}\"", mark.label));
    }
  }
  void rules(const Heading& heading, SourceRange range) {
    if (heading.level < 1 || heading.level > 6) {
      report(range, fmt::format("a heading has level {}; 1 to 6 are possible", heading.level));
    }
  }
  void rules(const List& list, SourceRange range) {
    if (list.items.empty()) report(range, "a list has no items");
  }
  void rules(const DefinitionList& list, SourceRange range) {
    if (list.items.empty()) report(range, "a definition list has no items");
  }
  void rules(const Table& table, SourceRange range) {
    rows(table.head, table.columns.size(), range);
    rows(table.body, table.columns.size(), range);
  }

  // Each row's cells, with those that reach down into it, fill the columns exactly.
  void rows(const std::vector<TableRow>& rows, std::size_t columns, SourceRange range) {
    std::vector<std::int64_t> reaching_down(columns, 0);  // rows still covered, by column
    for (std::size_t index = 0; index < rows.size(); ++index) {
      if (fill_row(rows[index], reaching_down)) continue;
      report(range,
             fmt::format("row {} of a table does not fill its {} columns", index + 1, columns));
      return;
    }
  }

  static bool fill_row(const TableRow& row, std::vector<std::int64_t>& reaching_down) {
    std::size_t column = 0;
    auto skip_covered = [&] {
      while (column < reaching_down.size() && reaching_down[column] > 0) --reaching_down[column++];
    };
    for (const TableCell& cell : row.cells) {
      skip_covered();
      if (cell.column_span < 1 || cell.row_span < 1) return false;
      for (int span = 0; span < cell.column_span; ++span) {
        if (column == reaching_down.size() || reaching_down[column] > 0) return false;
        reaching_down[column++] = cell.row_span - 1;
      }
    }
    skip_covered();
    return column == reaching_down.size();
  }

  const Document& document_;
  std::set<std::string_view> labels_;
  std::set<std::string_view> ids_;
  std::vector<std::string> problems_;
  bool deep_reported_ = false;
};

}  // namespace

std::vector<std::string> check(const Document& document) { return Checker(document).run(); }

}  // namespace garland
