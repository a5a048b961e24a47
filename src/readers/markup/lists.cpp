#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "readers/markup/markup_reader.h"

namespace garland {
namespace {

List::Style style_of(std::string_view type) {
  if (type == "a") return List::Style::LowerAlpha;
  if (type == "A") return List::Style::UpperAlpha;
  if (type == "i") return List::Style::LowerRoman;
  if (type == "I") return List::Style::UpperRoman;
  return List::Style::Decimal;
}

// An item's number, of nine digits at most as in CommonMark (5.2); `otherwise` where none is given.
int number_of(std::string_view written, int otherwise) {
  constexpr int kLargest = 999'999'999;
  int number = otherwise;
  std::from_chars(written.data(), written.data() + written.size(), number);
  return std::clamp(number, -kLargest, kLargest);
}

bool is_tight(const Markup& node) {
  if (node.has_attribute("x-tight")) return node.attribute("x-tight") == "1";
  return std::none_of(node.children.begin(), node.children.end(), [](const Markup& item) {
    return std::any_of(item.children.begin(), item.children.end(),
                       [](const Markup& child) { return child.is("p"); });
  });
}

const Markup* checkbox_of(const Markup& item) {
  for (const Markup& child : item.children) {
    if (child.is_blank()) continue;
    if (child.is("p") || child.is("label")) return checkbox_of(child);
    const bool is_box = child.is("input") && child.attribute("type") == "checkbox";
    return is_box ? &child : nullptr;
  }
  return nullptr;
}

// A term's words in an element that can bear its attributes.
Markup as_span(const Markup& term) {
  Markup span = term;
  span.name = "span";
  return span;
}

// A term, or a division that holds one.
bool begins_definitions(const Markup& node) {
  return node.is("dt") || (node.is("div") && std::any_of(node.children.begin(), node.children.end(),
                                                         begins_definitions));
}

ListItem::Task task_of(const Markup& item) {
  const std::string_view written = item.attribute("x-task");
  if (!written.empty()) return written == "done" ? ListItem::Task::Done : ListItem::Task::Open;
  const Markup* box = checkbox_of(item);
  if (box == nullptr) return ListItem::Task::None;
  return box->has_attribute("checked") ? ListItem::Task::Done : ListItem::Task::Open;
}

// What the further lists of one element have of its attributes. Its classes may be as long as the
// list, and a copy for each item more than the memory holds.
Attributes language_of(Attributes attributes) {
  Attributes language;
  language.language = std::move(attributes.language);
  std::erase_if(attributes.pairs, [](const auto& pair) { return pair.first != "dir"; });
  language.pairs = std::move(attributes.pairs);
  return language;
}

}  // namespace

void MarkupReader::list(const Markup& node, Blocks& out, int depth) {
  List made;
  made.kind = node.is("ol") ? List::Kind::Ordered : List::Kind::Bullet;
  made.style = style_of(node.attribute("type"));
  made.start = number_of(node.attribute("start"), 1);
  made.is_tight = is_tight(node);
  Attributes attributes = attributes_of(node);
  const Attributes further = language_of(attributes);
  const auto finish = [&] {
    if (made.items.empty()) return;
    std::vector<ListItem> items = std::exchange(made.items, {});
    List list = made;
    list.items = std::move(items);
    out.push_back({std::move(list), std::exchange(attributes, further), node.range});
  };
  for (const Markup& child : node.children) {
    if (child.is_blank() || take_record(child, dropped_)) continue;
    // An item that does not count on begins a list of its own.
    const int next = made.start + static_cast<int>(made.items.size());
    const int number = number_of(child.attribute("value"), next);
    if (made.kind == List::Kind::Ordered && number != next) {
      finish();
      made.start = number;
    }
    list_item(child, made, depth);
  }
  finish();
}

void MarkupReader::list_item(const Markup& node, List& list, int depth) {
  ListItem item;
  item.range = node.range;
  if (node.is("li")) {
    item.task = task_of(node);
    item.blocks = blocks(node.children, depth + 1);
    pass_language(node, item.blocks);
  } else {  // a list written directly in a list belongs to the item before it
    item.blocks = blocks({node}, depth + 1);
    if (item.blocks.empty()) return;
    if (!list.items.empty()) {
      Blocks& before = list.items.back().blocks;
      std::move(item.blocks.begin(), item.blocks.end(), std::back_inserter(before));
      return;
    }
  }
  const std::string_view id = node.attribute("id");
  if (!id.empty() && !item.blocks.empty() && item.blocks.front().attributes.id.empty()) {
    item.blocks.front().attributes.id = id;
  }
  list.items.push_back(std::move(item));
}

void MarkupReader::definition_list(const Markup& node, Blocks& out, int depth) {
  // Before a first term nothing is defined: wikis and old pages indent text and formulas so.
  auto child = node.children.begin();
  for (; child != node.children.end() && !begins_definitions(*child); ++child) {
    Blocks indented = child->is("dd") ? blocks(child->children, depth) : blocks({*child}, depth);
    std::move(indented.begin(), indented.end(), std::back_inserter(out));
  }
  DefinitionList made;
  for (; child != node.children.end(); ++child) definition_item(*child, made, depth);
  if (made.items.empty()) return;
  out.push_back({std::move(made), attributes_of(node), node.range});
}

// A term, a definition, or a division with several of them.
void MarkupReader::definition_item(const Markup& node, DefinitionList& list, int depth) {
  if (node.is_blank() || take_record(node, dropped_)) return;
  if (node.is("dt")) {
    Inlines term =
        read_inlines(node.has_attribute("lang") ? MarkupList{as_span(node)} : node.children);
    if (!list.items.empty() && list.items.back().definitions.empty()) {
      list.items.back().term.push_back({LineBreak{}, {}, node.range});
      std::move(term.begin(), term.end(), std::back_inserter(list.items.back().term));
    } else {
      list.items.push_back({std::move(term), {}});
    }
  } else if (node.is("div")) {
    for (const Markup& child : node.children) definition_item(child, list, depth);
  } else {
    if (list.items.empty()) list.items.emplace_back();
    Blocks inside = node.is("dd") ? blocks(node.children, depth + 1) : blocks({node}, depth + 1);
    pass_language(node, inside);
    list.items.back().definitions.push_back(std::move(inside));
  }
}

}  // namespace garland
