#include "references/rich_text.h"

#include <array>
#include <utility>
#include <vector>

namespace garland {
namespace {

constexpr std::size_t kMaxDepth = 8;  // deeper markup stays text
constexpr std::array<std::string_view, 6> kTags = {"i", "b", "sup", "sub", "sc", "span"};

struct Tag {
  std::string_view name;  // one of kTags; empty: no tag
  bool is_end = false;
  bool is_small_capitals = false;
  std::size_t size = 0;  // bytes with the angle brackets
};

// The tag that begins at text[0], which is '<'.
Tag tag_at(std::string_view text) {
  constexpr std::size_t kLongestTag = 80;
  const std::size_t close = text.substr(0, kLongestTag).find('>');
  if (close == std::string_view::npos) return {};
  std::string_view inside = text.substr(1, close - 1);
  Tag tag;
  tag.is_end = inside.starts_with('/');
  if (tag.is_end) inside.remove_prefix(1);
  const std::string_view name = inside.substr(0, inside.find(' '));
  for (const std::string_view known : kTags) {
    if (name == known) tag.name = known;
  }
  tag.is_small_capitals = tag.name == "sc" || inside.find("small-caps") != std::string_view::npos;
  tag.size = close + 1;
  return tag;
}

Inline make_node(const Tag& tag, Inlines inlines) {
  Inline node;
  if (tag.is_small_capitals) {
    node.content = SmallCapitals{std::move(inlines)};
  } else if (tag.name == "i") {
    node.content = Emphasis{std::move(inlines)};
  } else if (tag.name == "b") {
    node.content = Strong{std::move(inlines)};
  } else if (tag.name == "sup") {
    node.content = Superscript{std::move(inlines)};
  } else if (tag.name == "sub") {
    node.content = Subscript{std::move(inlines)};
  } else {
    node.content = Span{std::move(inlines)};
  }
  return node;
}

struct OpenTag {
  Tag tag;
  Inlines inlines;
};

// Ends the innermost open tag: its content becomes a node of the one around it.
void close_innermost(std::vector<OpenTag>& open) {
  OpenTag last = std::move(open.back());
  open.pop_back();
  if (!last.inlines.empty()) {
    open.back().inlines.push_back(make_node(last.tag, std::move(last.inlines)));
  }
}

}  // namespace

void append_text(Inlines& inlines, std::string_view text) {
  if (text.empty()) return;
  Text* last = inlines.empty() ? nullptr : inlines.back().as<Text>();
  if (last != nullptr) {
    last->text += text;
  } else {
    inlines.push_back({Text{std::string(text)}, {}, {}});
  }
}

Inlines inlines_from_rich_text(std::string_view text) {
  std::vector<OpenTag> open(1);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t angle = std::min(text.find('<', at), text.size());
    append_text(open.back().inlines, text.substr(at, angle - at));
    if (angle == text.size()) break;
    const Tag tag = tag_at(text.substr(angle));
    const bool closes = tag.is_end && open.size() > 1 && open.back().tag.name == tag.name;
    const bool opens = !tag.is_end && !tag.name.empty() && open.size() < kMaxDepth;
    if (closes) {
      close_innermost(open);
    } else if (opens) {
      open.push_back({tag, {}});
    } else {
      append_text(open.back().inlines, "<");
    }
    at = angle + (closes || opens ? tag.size : 1);
  }
  while (open.size() > 1) close_innermost(open);
  return std::move(open.back().inlines);
}

}  // namespace garland
