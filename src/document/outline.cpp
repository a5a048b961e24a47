#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "document/dump.h"
#include "document/kind_names.h"
#include "document/metadata_text.h"
#include "document/outline_rows.h"
#include "document/word_count.h"
#include "document/words.h"

namespace garland {
namespace {

constexpr std::size_t kShownCodePoints = 76;  // of a value or a heading
constexpr int kNameWidth = 18;

std::string shortened(std::string_view text) {
  const std::string line = collapse_spaces(text);
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < line.size() && count < kShownCodePoints; ++count) {
    next_code_point(line, offset);
  }
  return printable(offset == line.size() ? line : line.substr(0, offset) + "…");
}

// Where a value was found: "front matter, line 2", "inferred: the only heading, line 1".
template <typename T>
std::string origin_of(const Sourced<T>& field) {
  std::string origin(name_of(field.origin));
  if (!field.rule.empty()) origin += ": " + field.rule;
  const std::string lines = lines_in_words(field.range);
  return lines.empty() ? origin : origin + ", " + lines;
}

void add_metadata(const Metadata& metadata, std::string& out) {
  out += "\nMetadata\n";
  bool is_empty = true;
  for_each_field(metadata, [&](std::string_view name, const auto& field) {
    if (!field.is_set()) return;
    is_empty = false;
    out += fmt::format("  {:<{}} {}\n  {:<{}} [{}]\n", name, kNameWidth,
                       shortened(metadata_text(field.value)), "", kNameWidth, origin_of(field));
  });
  if (is_empty) out += "  none\n";
}

// "140–148", so that rows stand under each other.
std::string line_numbers(SourceRange range) {
  if (!range.is_known()) return "";
  if (range.end_line <= range.begin_line) return fmt::format("{}", range.begin_line);
  return fmt::format("{}–{}", range.begin_line, range.end_line);
}

// A line for each of the text's, the long ones broken where a word ends.
std::vector<std::string> wrapped(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string& line : words::split(text, "\n")) {
    std::string shown;
    std::size_t width = 0;
    for (const std::string& word : words::split(line)) {
      const std::size_t size = count_code_points(word);
      if (width > 0 && width + 1 + size > kShownCodePoints) {
        lines.push_back(std::exchange(shown, ""));
        width = 0;
      }
      shown += (width > 0 ? " " : "") + word;
      width += size + (width > 0 ? 1 : 0);
    }
    lines.push_back(std::move(shown));
  }
  return lines;
}

// What was left out, under its row; of a long run the beginning and the end.
void add_dropped_text(std::string_view text, const std::string& margin, std::string& out) {
  constexpr std::size_t kShownLines = 8;
  constexpr std::size_t kLastLines = 2;  // of these
  const std::vector<std::string> lines = wrapped(text);
  const bool is_long = lines.size() > kShownLines + 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_long && i == kShownLines - kLastLines) {
      out += fmt::format("{}| … {} more lines …\n", margin, lines.size() - kShownLines);
      i = lines.size() - kLastLines;
    }
    out += fmt::format("{}| {}\n", margin, shortened(lines[i]));
  }
}

void add_row(const OutlineRow& row, std::string& out) {
  const std::string indent(2 * static_cast<std::size_t>(row.depth), ' ');
  const char mark = row.is_dropped ? '-' : row.reasons.empty() ? ' ' : '~';
  const std::size_t left_out = row.is_dropped ? count_words(row.dropped_text) : 0;
  const std::string words = row.is_dropped
                                ? fmt::format("{} word{}", left_out, left_out == 1 ? "" : "s")
                                : shortened(row.words);
  std::string line =
      fmt::format("{} {:>9}  {}{:<11} {}", mark, line_numbers(row.range), indent, row.label, words);
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + "\n";
  const std::string margin(12 + indent.size() + 2, ' ');
  for (const std::string& reason : row.reasons) {
    out += fmt::format("{}({})\n", margin, printable(reason));
  }
  if (row.is_dropped) add_dropped_text(row.dropped_text, margin, out);
}

// One row a block, as a page is read; "~" marks what was inferred and "-" what was left out.
void add_tree(const Document& document, std::string& out) {
  out += "\nText  (~ inferred, - left out of the books; line numbers on the left)\n";
  const std::vector<OutlineRow> rows = outline_rows(document);
  for (const OutlineRow& row : rows) add_row(row, out);
  if (rows.empty()) out += "  none\n";
}

void add_word_counts(const Document& document, std::string& out) {
  const WordCounts counts = count_words(document);
  out += fmt::format("\nWords\n  {:<{}} {}\n  {:<{}} {}{}\n", "kept", kNameWidth, counts.kept,
                     "left out", kNameWidth, counts.dropped, share_in_words(counts));
}

}  // namespace

std::string outline(const Document& document) {
  std::string out = printable(document.path);
  if (!document.format.empty()) out += fmt::format(" ({})", document.format);
  out += "\n";
  add_metadata(document.metadata, out);
  add_tree(document, out);
  add_word_counts(document, out);
  return out;
}

}  // namespace garland
