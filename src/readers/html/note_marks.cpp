#include "readers/html/note_marks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/names.h"

namespace garland::html {
namespace {

// The number that a side note shows before its own words.
bool is_side_number(const Markup& node) {
  return has_class(node, "ltx_note_mark") || has_class(node, "ltx_tag_note") ||
         has_class(node, "sidenote-number");
}

// "1999" is the year of a work cited, no note's number.
bool has_year(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    digits = is_ascii_digit(c) ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

std::size_t count_rows(const Markup& node) {
  std::size_t rows = 0;
  for (const Markup& child : node.children) {
    if (child.is("tr")) ++rows;
    if (child.is("tbody")) rows += count_rows(child);
  }
  return rows;
}

bool is_note_list(const Markup& node) {
  if (!node.is("dl")) return false;
  if (!parts_of(node).has(PagePart::Notes) && !has_class(node, "citation")) return false;
  return std::all_of(node.children.begin(), node.children.end(), [](const Markup& child) {
    return child.is_blank() || child.is("dd") || (child.is("dt") && child.has_attribute("id"));
  });
}

// Each term with what tells it.
MarkupList notes_in(Markup& list) {
  MarkupList notes;
  for (Markup& child : list.children) {
    if (child.is("dt") || notes.empty()) {
      Markup note = Markup::element("div", child.range);
      note.holds_blocks = true;
      note.set_attribute("class", "footnote");
      if (child.has_attribute("id")) note.set_attribute("id", std::string(child.attribute("id")));
      notes.push_back(std::move(note));
    }
    std::move(child.children.begin(), child.children.end(),
              std::back_inserter(notes.back().children));
  }
  return notes;
}

}  // namespace

void open_note_lists(MarkupList& nodes) {
  MarkupList opened;
  opened.reserve(nodes.size());
  for (Markup& node : nodes) {
    open_note_lists(node.children);
    if (!is_note_list(node)) {
      opened.push_back(std::move(node));
      continue;
    }
    MarkupList notes = notes_in(node);
    std::move(notes.begin(), notes.end(), std::back_inserter(opened));
  }
  nodes = std::move(opened);
}

bool is_side_note(const Markup& node) {
  if (node.is("dt-fn") || node.is("d-footnote")) return true;
  if (has_class(node, "ltx_note")) {  // LaTeXML
    return has_class(node, "ltx_role_footnote") || has_class(node, "ltx_role_endnote") ||
           has_class(node, "ltx_role_margin");
  }
  return (node.is("span") || node.is("small")) &&
         (has_class(node, "sidenote") || has_class(node, "marginnote"));
}

bool opens_side_note(const Markup& node) {
  return (node.is("label") || node.is("input")) && has_class(node, "margin-toggle");
}

void remove_side_numbers(Markup& note) {
  std::erase_if(note.children, is_side_number);
  for (Markup& child : note.children) remove_side_numbers(child);
}

bool is_mark_text(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kLongestMark || has_year(text)) return false;
  constexpr auto kSigns = std::to_array<std::string_view>({"*", "**", "†", "‡", "§", "※"});
  if (contains(kSigns, text)) return true;
  const std::size_t digits = text.find_first_of("0123456789");
  if (digits != std::string_view::npos) return true;
  const bool is_bracketed = text.front() == '[' || text.front() == '(';
  return is_bracketed || text.size() == 1;
}

bool is_note_table(const Markup& node) {
  return node.is("table") && node.has_attribute("id") && count_rows(node) == 1;
}

}  // namespace garland::html
