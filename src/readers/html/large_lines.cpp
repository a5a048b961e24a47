#include "readers/html/large_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/names.h"

namespace garland::html {
namespace {

constexpr std::size_t kLongestLargeLine = 80;  // bytes
constexpr char kUsualSize = '3';

// "5", "+1": of the seven sizes of HTML 3.2.
bool is_large_size(std::string_view size) {
  size = trim(size);
  if (size.starts_with('+')) return size.size() == 2 && size[1] >= '1' && is_ascii_digit(size[1]);
  return size.size() == 1 && size[0] > kUsualSize && size[0] <= '7';
}

// A node that no line of words holds: a break, a picture, a block.
bool ends_line_of_words(const Markup& node) {
  return node.is("br") || (node.kind == Markup::Kind::Element && is_block_element(node.name));
}

bool holds_words_alone(const Markup& node) {
  return std::all_of(node.children.begin(), node.children.end(), [](const Markup& child) {
    return !ends_line_of_words(child) && !child.is("img") && holds_words_alone(child);
  });
}

const Markup* only_child(const Markup& node) {
  const Markup* only = nullptr;
  for (const Markup& child : node.children) {
    if (child.is_blank()) continue;
    if (only != nullptr) return nullptr;
    only = &child;
  }
  return only;
}

// Whether the element is large as a whole, be it within others that say how words look.
bool is_large(const Markup& node) {
  if (node.holds_blocks) return false;  // seen without looking through all of it
  const Markup* look = &node;
  while (look != nullptr) {
    if (look->is("big") || (look->is("font") && is_large_size(look->attribute("size")))) break;
    const bool is_look = look->is("font") || look->is("b") || look->is("i") || look->is("u") ||
                         look->is("strong") || look->is("em");
    look = is_look ? only_child(*look) : nullptr;
  }
  if (look == nullptr || !holds_words_alone(node)) return false;
  const std::string words = collapse_spaces(text_of(node));
  return !words.empty() && words.size() <= kLongestLargeLine;
}

bool is_size_or_bold(const Markup& node) {
  return node.is("font") || node.is("big") || node.is("b") || node.is("strong");
}

Markup bold_paragraph(const Markup& line) {
  const Markup* innermost = &line;
  while (is_size_or_bold(*innermost) && only_child(*innermost) != nullptr &&
         is_size_or_bold(*only_child(*innermost))) {
    innermost = only_child(*innermost);
  }
  Markup bold = Markup::element("strong", line.range);
  Markup paragraph = Markup::element("p", line.range);
  if (is_size_or_bold(*innermost)) {
    bold.children = innermost->children;
  } else {
    bold.children.push_back(*innermost);
  }
  paragraph.children.push_back(std::move(bold));
  return paragraph;
}

// Whether lines within may be headings: what is a heading, term or caption already stays one, and
// code is as it is written.
bool may_hold_headings(const Markup& node) {
  constexpr auto kTold =
      std::to_array<std::string_view>({"caption", "dt", "figcaption", "legend", "pre", "summary"});
  if (node.kind != Markup::Kind::Element || is_heading(node) || contains(kTold, node.name)) {
    return false;
  }
  return node.holds_blocks || is_block_element(node.name);
}

}  // namespace

void set_large_lines_apart(MarkupList& nodes) {
  MarkupList out;
  out.reserve(nodes.size());
  bool begins_line = true;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Markup& node = nodes[i];
    const std::size_t next = next_shown(nodes, i + 1);
    const bool ends_line = next == nodes.size() || ends_line_of_words(nodes[next]);
    if (begins_line && ends_line && is_large(node)) {
      out.push_back(bold_paragraph(node));
      if (next < nodes.size() && nodes[next].is("br")) i = next;
      continue;
    }
    const Markup* centered = node.is("center") ? only_child(node) : nullptr;
    if (centered != nullptr && is_large(*centered)) {
      out.push_back(bold_paragraph(*centered));
      begins_line = true;
      continue;
    }
    if (!node.is_blank()) begins_line = ends_line_of_words(node);
    if (may_hold_headings(node)) set_large_lines_apart(node.children);
    out.push_back(std::move(node));
  }
  nodes = std::move(out);
}

}  // namespace garland::html
