#include "readers/markdown/program_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/contains.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "readers/markdown/signs.h"
#include "readers/markdown/text_parts.h"

namespace garland {
namespace {

constexpr std::size_t kLongestFieldName = 40;

// "id:: 64f0…", "collapsed:: true" below a block, and when its task is due.
bool is_own_property(std::string_view line) {
  constexpr auto kKeys = std::to_array<std::string_view>(
      {"background-color", "card-last-interval", "collapsed", "heading", "id", "query-table"});
  if (line.starts_with("SCHEDULED: <") || line.starts_with("DEADLINE: <")) {
    return line.ends_with('>');
  }
  const std::size_t colon = line.find(":: ");
  return colon != line.npos && contains(kKeys, line.substr(0, colon));
}

// ":LOGBOOK:" opens a drawer, which ends at ":END:".
bool opens_drawer(std::string_view line) {
  return line == ":LOGBOOK:" || line == ":PROPERTIES:" || line == ":CLOCK:";
}

// Why a paragraph's line is left out; empty where it is not.
std::string_view reason_to_leave(std::string_view line, bool is_in_drawer, MystLines myst) {
  if (is_in_drawer || is_own_property(line)) {
    return "a property that the note's program keeps for itself";
  }
  if (line.starts_with("--8<--")) return "a file that only its site puts in";
  if (myst == MystLines::AreWords) return {};
  if (line == "%" || line.starts_with("% ")) return "a comment of the author's";
  return line.starts_with("+++") ? "a break between the cells of a notebook" : std::string_view();
}

// Whether one of the signs stands in a text that every line has which is left out. Most paragraphs
// have none, and need not be parted into lines.
bool may_hold_program_lines(const MarkupList& nodes) {
  static constexpr ByteSet kSigns(":<%+");
  return std::any_of(nodes.begin(), nodes.end(), [](const Markup& node) {
    return kSigns.any_in(node.text) || may_hold_program_lines(node.children);
  });
}

void leave_out_lines_of(MarkupList& nodes, MystLines myst) {
  if (!may_hold_program_lines(nodes)) return;
  MarkupList out;
  bool is_in_drawer = false;
  for (std::size_t begin = 0; begin < nodes.size();) {
    std::size_t end = begin;
    while (end < nodes.size() && !nodes[end].is_line_break()) ++end;
    std::string line;
    for (std::size_t i = begin; i < end; ++i) line += text_of(nodes[i]);
    line = trim(line);
    is_in_drawer = is_in_drawer || opens_drawer(line);
    const std::string_view reason = reason_to_leave(line, is_in_drawer, myst);
    const bool ends_drawer = line == ":END:";
    if (reason.empty() || line.empty()) {
      std::move(nodes.begin() + static_cast<std::ptrdiff_t>(begin),
                nodes.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(out));
    } else {
      out.push_back(left_out_record(line, std::string(reason), nodes[begin].range));
    }
    is_in_drawer = is_in_drawer && !ends_drawer;
    if (end < nodes.size()) out.push_back(std::move(nodes[end]));
    begin = end + 1;
  }
  nodes = std::move(out);
}

// Whether "name:: " may end here, its name beginning at `begin`.
bool is_field_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestFieldName || !is_ascii_letter(name.front()) ||
      name.back() == ' ') {  // "(x :: Int)" tells a type
    return false;
  }
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_label_byte(c) || c == ' ' || !is_ascii_byte(c); });
}

// "rating:: 5" at a line's head, "[rating:: 5]" and "(rating:: 5)" within it.
void read_fields(std::string& text, bool begins_line) {
  constexpr std::string_view kSign = ":: ";
  std::string out;
  std::size_t done = 0;
  std::size_t line_begin = 0;
  for (std::size_t at = text.find(kSign); at != text.npos; at = text.find(kSign, at + 1)) {
    const std::string_view before = std::string_view(text).substr(line_begin, at - line_begin);
    const std::size_t bracket = before.find_last_of("[(");
    const bool may_begin = bracket != before.npos || (begins_line && line_begin == 0);
    const std::string_view name = before.substr(bracket == before.npos ? 0 : bracket + 1);
    line_begin = at + kSign.size();
    const bool is_word = bracket != before.npos || name.find(' ') == name.npos;
    if (!may_begin || !is_word || !is_field_name(name)) continue;
    out.append(text, done, at + 1 - done);
    done = at + 2;
  }
  if (done == 0) return;
  text = out.append(text, done);
}

// `= this.file.name`, `$= dv.current()`.
bool is_query_among_words(const Markup& node) {
  if (!node.is("code")) return false;
  const std::string text = text_of(node);
  return text.starts_with("= this.") || text.starts_with("=this.") || text.starts_with("$= dv.") ||
         text.starts_with("$=dv.");
}

void read_fields_among(MarkupList& nodes, bool begins_line) {
  for (Markup& node : nodes) {
    if (is_query_among_words(node)) {
      node = left_out_record(text_of(node), "a query that only the note's program answers",
                             node.range);
    } else if (node.is_text()) {
      read_fields(node.text, begins_line);
    } else if (!is_verbatim(node)) {
      read_fields_among(node.children, begins_line);
    }
    begins_line = node.is_line_break();
  }
}

// ```dataview and its kin, of which the program shows an answer.
bool is_query(const Markup& block) {
  constexpr auto kLanguages =
      std::to_array<std::string_view>({"language-base", "language-dataview", "language-dataviewjs",
                                       "language-query", "language-tasks"});
  return block.is("pre") && block.children.size() == 1 &&
         contains(kLanguages, block.children.front().attribute("class"));
}

}  // namespace

std::string_view myst_target(std::string_view line) {
  if (line.size() <= 3 || !line.starts_with('(') || !line.ends_with(")=")) return {};
  const std::string_view name = line.substr(1, line.size() - 3);
  return run_size(name, is_component_byte) == name.size() ? name : std::string_view();
}

bool has_myst_forms(std::string_view text) {
  constexpr auto kDirectives = std::to_array<std::string_view>(
      {"admonition", "attention",  "caution",  "code-block", "code-cell", "danger",
       "dropdown",   "error",      "eval-rst", "figure",     "hint",      "image",
       "important",  "list-table", "margin",   "math",       "note",      "seealso",
       "sidebar",    "tab-set",    "table",    "tip",        "toctree",   "warning"});
  for (std::size_t offset = 0; offset < text.size();) {
    const std::string_view line = line_at(text, offset);
    offset += line.size() + 1;
    const std::string_view own = trim(line);
    if (!myst_target(own).empty()) return true;
    const std::size_t brace = own.find('{');
    if (brace == own.npos || brace < 3) continue;
    const std::string_view fence = own.substr(0, brace);
    const std::string_view name = own.substr(brace + 1, own.find('}') - brace - 1);
    const bool is_fence =
        fence.find_first_not_of('`') == fence.npos || fence.find_first_not_of(':') == fence.npos;
    if (is_fence && contains(kDirectives, name)) return true;
  }
  return false;
}

void read_program_lines(MarkupList& blocks, MystLines myst_lines) {
  for (Markup& block : blocks) {
    if (is_query(block)) {
      block = left_out_record(text_of(block), "a query that only the note's program answers",
                              block.range);
    } else if (block.is("p")) {
      leave_out_lines_of(block.children, myst_lines);
      read_fields_among(block.children, true);
    } else if (is_block_element(block.name) && !block.is("pre")) {
      read_program_lines(block.children, myst_lines);
    }
  }
}

}  // namespace garland
