#include "readers/markdown/list_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "base/lines.h"
#include "readers/markdown/scan.h"
#include "readers/markdown/signs.h"
#include "readers/markdown/text_parts.h"
#include "readers/words/list_marks.h"

namespace garland {
namespace {

constexpr std::size_t kMostLinesApart = 100;  // from an item to the next
constexpr std::size_t kLongestMark = 10;      // CommonMark's numbers have nine digits at most

// A line that is not blank. Small, since a text may have millions.
struct Line {
  std::size_t offset = 0;
  std::uint32_t number = 0;  // from 1
  std::uint32_t indent = 0;
  std::uint32_t text_column = 0;  // behind any list mark, CommonMark's too; 0 for none
  std::uint8_t mark_bytes = 0;    // of a mark of ours, without the space behind it; 0 for none
  char kind = 0;                  // '#', '@', or 'x' for letters and numbers in brackets
  bool is_after_blank = true;
  plain::Mark mark;  // 'x'
};

// Bytes of "- ", "12. " and the like at the head of the text; 0 where there is none.
std::size_t plain_mark_bytes(std::string_view own) {
  std::size_t end = own.find_first_not_of("0123456789");
  if (end == std::string_view::npos || end > 9) return 0;
  const std::string_view signs = end == 0 ? "-+*" : ".)";
  if (signs.find(own[end]) == std::string_view::npos) return 0;
  ++end;
  return end < own.size() && own[end] == ' ' ? own.find_first_not_of(' ', end) : 0;
}

// "(@)", "(@label)".
std::size_t example_bytes(std::string_view own) {
  if (!own.starts_with("(@")) return 0;
  const std::size_t end = 2 + run_size(own.substr(2), is_label_byte);
  return end < own.size() && own[end] == ')' ? end + 1 : 0;
}

void read_mark(std::string_view own, Line& line) {
  if (own.starts_with("#.") || own.starts_with("#)")) {
    line.kind = '#';
    line.mark_bytes = 2;
  } else if (const std::size_t bytes = example_bytes(own); bytes > 0 && bytes <= kLongestMark) {
    line.kind = '@';
    line.mark_bytes = static_cast<std::uint8_t>(bytes);
  } else {
    line.mark = plain::list_mark(own);
    const bool is_ours = line.mark.kind == plain::Mark::Kind::Number &&
                         (line.mark.is_letter || line.mark.sign == U'(');
    if (!is_ours) return;
    line.kind = 'x';
    const std::size_t size = own.substr(0, line.mark.bytes).find_last_not_of(" \t") + 1;
    if (size <= kLongestMark) line.mark_bytes = static_cast<std::uint8_t>(size);
  }
  const std::size_t text = own.find_first_not_of(' ', line.mark_bytes);
  if (text == own.npos || text == line.mark_bytes) line.mark_bytes = 0;
}

class ListRewriter {
 public:
  ListRewriter(std::string_view text, ListStyles& styles, ExampleNumbers& examples)
      : text_(text), styles_(styles), example_numbers_(examples) {}

  std::string run() {
    read_lines();
    out_ = text_;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (may_begin_list(i)) rewrite_list(i);
      follow_lists(lines_[i]);
    }
    return std::move(out_);
  }

 private:
  void read_lines() {
    LineScanner scanner(ListMarks::NumbersAndLetters);
    std::uint32_t number = 0;
    bool is_after_blank = true;
    for (std::size_t offset = 0; offset < text_.size();) {
      const std::string_view words = line_at(text_, offset);
      const bool is_code = scanner.is_verbatim(words);
      const std::size_t indent = words.find_first_not_of(' ');
      ++number;
      if (indent == words.npos || words.find_first_not_of(" \t") == words.npos) {
        is_after_blank = true;
      } else {
        Line line;
        line.offset = offset;
        line.number = number;
        line.indent = static_cast<std::uint32_t>(indent);
        line.is_after_blank = std::exchange(is_after_blank, false);
        if (!is_code) look_for_marks(words.substr(indent), line);
        lines_.push_back(line);
      }
      offset += words.size() + 1;
    }
  }

  static void look_for_marks(std::string_view own, Line& line) {
    read_mark(own, line);
    const std::size_t bytes = plain_mark_bytes(own);
    if (bytes > 0 && bytes != own.npos) {
      line.text_column = line.indent + static_cast<std::uint32_t>(bytes);
    }
  }

  // Behind a blank line or an outer item's own line; deeper than three spaces only inside an item.
  bool may_begin_list(std::size_t at) const {
    const Line& line = lines_[at];
    if (line.mark_bytes == 0 || line.text_column != 0 || line.indent > text_column_ + 3)
      return false;
    if (at == 0 || line.is_after_blank) return true;
    const Line& before = lines_[at - 1];
    return before.text_column != 0 && line.indent >= before.text_column;
  }

  // Where the text of the innermost item stands, as far as the lines tell.
  void follow_lists(const Line& line) {
    if (line.text_column != 0) {
      text_column_ = line.text_column;
    } else if (line.indent == 0) {
      text_column_ = 0;
    }
  }

  void rewrite_list(std::size_t first) {
    std::vector<std::size_t> items;
    const bool is_roman = collect(first, true, items);
    if (!is_roman) collect(first, false, items);
    if (items.size() < fewest_items(lines_[first])) return;
    const Line& head = lines_[first];
    int number = 1;
    if (head.kind == '@') number = examples_ + 1;
    if (head.kind == 'x') number = is_roman ? head.mark.roman : head.mark.number;
    for (const std::size_t item : items) {
      write_mark(lines_[item]);
      // CommonMark ends a list where ours goes on, below what it takes for no part of the item.
      styles_[lines_[item].number] = {sign_of(head, is_roman), number++};
    }
    if (head.kind == '@') count_examples(items);
  }

  void count_examples(const std::vector<std::size_t>& items) {
    for (const std::size_t item : items) {
      const Line& line = lines_[item];
      const std::size_t begin = line.offset + line.indent + std::string_view("(@").size();
      const std::size_t size = run_size(text_.substr(begin), is_label_byte);
      ++examples_;
      if (size > 0) example_numbers_.emplace(text_.substr(begin, size), examples_);
    }
  }

  // The lines of the items from `first` on; false when a second one does not go on as a Roman (or,
  // for letters and digits, an ordinary) count does.
  bool collect(std::size_t first, bool is_roman, std::vector<std::size_t>& items) const {
    items = {first};
    if (is_roman && lines_[first].mark.roman == 0) return false;
    const Line& head = lines_[first];
    for (std::size_t at = first + 1; at < lines_.size() && at - items.back() < kMostLinesApart;
         ++at) {
      const Line& line = lines_[at];
      if (line.indent > head.indent) continue;
      const bool is_item = line.indent == head.indent && line.mark_bytes != 0 &&
                           goes_on(lines_[items.back()], line, is_roman);
      if (is_item) {
        items.push_back(at);
      } else if (line.is_after_blank || line.mark_bytes != 0 || line.text_column != 0) {
        break;  // else a line that lazily goes on with the item's paragraph
      }
    }
    return items.size() > 1;
  }

  static bool goes_on(const Line& before, const Line& line, bool is_roman) {
    if (before.kind != line.kind) return false;
    if (line.kind != 'x') return true;
    if (!before.mark.matches(line.mark)) return false;
    if (is_roman) return line.mark.roman == before.mark.roman + 1;
    return before.mark.number > 0 && line.mark.number == before.mark.number + 1;
  }

  std::size_t fewest_items(const Line& head) const {
    if (head.kind == '@') return 1;
    const char behind = text_[head.offset + head.indent + head.mark_bytes + 1];
    return head.mark.is_upper && head.mark.sign == U'.' && behind != ' ' ? 3 : 2;
  }

  static char sign_of(const Line& head, bool is_roman) {
    if (head.kind != 'x' || !head.mark.is_letter) return '1';
    if (is_roman) return head.mark.is_upper ? 'I' : 'i';
    return head.mark.is_upper ? 'A' : 'a';
  }

  // Any number will do: the list's style has the first one, and the rest are counted.
  void write_mark(Line& line) {
    const std::size_t begin = line.offset + line.indent;
    const char sign = text_[begin + line.mark_bytes - 1];
    const std::size_t digits = line.mark_bytes - 1;
    out_.replace(begin, line.mark_bytes, fmt::format("{:0{}}{}", 1, digits, sign));
    const std::size_t text = text_.find_first_not_of(' ', begin + line.mark_bytes);
    line.text_column = static_cast<std::uint32_t>(text - line.offset);
  }

  std::string_view text_;
  ListStyles& styles_;
  ExampleNumbers& example_numbers_;
  std::string out_;
  std::vector<Line> lines_;
  std::size_t text_column_ = 0;  // of the list item that the lines may belong to
  int examples_ = 0;             // "(@)" items so far: they count through the document
};

// "(@good)" as "(2)".
void write_numbers(std::string& text, const ExampleNumbers& examples) {
  constexpr std::string_view kMark = "(@";
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find(kMark); at != text.npos; at = text.find(kMark, at + 1)) {
    const std::size_t begin = at + kMark.size();
    const std::size_t size = run_size(std::string_view(text).substr(begin), is_label_byte);
    const auto found = examples.find(std::string_view(text).substr(begin, size));
    if (found == examples.end()) continue;
    out.append(text, done, at + 1 - done).append(std::to_string(found->second));
    done = begin + size;
  }
  if (done > 0) text = out.append(text, done);
}

}  // namespace

std::string with_numbered_lists(std::string_view text, ListStyles& styles,
                                ExampleNumbers& examples) {
  return ListRewriter(text, styles, examples).run();
}

void number_examples(MarkupList& nodes, const ExampleNumbers& examples) {
  if (examples.empty()) return;
  for (Markup& node : nodes) {
    if (is_verbatim(node)) continue;
    if (node.is_text()) write_numbers(node.text, examples);
    const auto example =
        node.is("x-citation") ? examples.find(node.attribute("key")) : examples.end();
    if (example != examples.end()) {
      node = Markup::characters(std::to_string(example->second), node.range);
    }
    number_examples(node.children, examples);
  }
}

}  // namespace garland
