// The two verbs over a tree, after pandoc's Walk: `walk` changes nodes, `query` collects from them.
//
//   walk(document, [](Inline& node) { if (auto* text = node.as<Text>()) shout(text->text); });
//   query(document, [&](const Block& node) { if (node.as<Figure>()) ++figure_count; });
//
// Both visit every block and inline of the body and of the notes in reading order, a node before
// what is inside it. The visitor takes one of Block&, Inline&, Blocks&, Inlines& (const for query);
// one that takes a list sees it once, before its members, and may insert, remove or replace
// members. Combine several with Visitors{…}. Titles in the metadata are not visited.
#pragma once

#include <type_traits>
#include <utility>
#include <variant>

#include "document/document.h"

namespace garland {

// Several visitors as one: Visitors{[](Block&) {…}, [](Inline&) {…}}.
template <typename... F>
struct Visitors : F... {
  using F::operator()...;
};
template <typename... F>
Visitors(F...) -> Visitors<F...>;

namespace walk_detail {

// Each overload hands the lists directly inside one kind of node to `f`, in reading order. A new
// kind without an overload does not compile.
template <typename T>
concept Leaf = std::is_same_v<T, Text> || std::is_same_v<T, SoftBreak> ||
    std::is_same_v<T, LineBreak> || std::is_same_v<T, Code> || std::is_same_v<T, Math> ||
    std::is_same_v<T, Image> || std::is_same_v<T, NoteReference> || std::is_same_v<T, CodeBlock> ||
    std::is_same_v<T, ThematicBreak> || std::is_same_v<T, MathBlock> || std::is_same_v<T, Dropped>;
template <typename T>
concept HasOnlyInlines =
    std::is_same_v<T, Emphasis> || std::is_same_v<T, Strong> || std::is_same_v<T, SmallCapitals> ||
    std::is_same_v<T, Strike> || std::is_same_v<T, Underline> || std::is_same_v<T, Superscript> ||
    std::is_same_v<T, Subscript> || std::is_same_v<T, Quotation> || std::is_same_v<T, Link> ||
    std::is_same_v<T, Span> || std::is_same_v<T, Heading> || std::is_same_v<T, Paragraph>;

template <typename T, typename F>
void lists_inside(T& node, F& f) {
  using Kind = std::remove_const_t<T>;
  if constexpr (Leaf<Kind>) {
    // nothing inside
  } else if constexpr (HasOnlyInlines<Kind>) {
    f(node.inlines);
  } else if constexpr (std::is_same_v<Kind, Citation>) {
    f(node.rendered);
  } else if constexpr (std::is_same_v<Kind, List>) {
    for (auto& item : node.items) f(item.blocks);
  } else if constexpr (std::is_same_v<Kind, DefinitionList>) {
    for (auto& item : node.items) {
      f(item.term);
      for (auto& definition : item.definitions) f(definition);
    }
  } else if constexpr (std::is_same_v<Kind, BlockQuotation>) {
    f(node.blocks);
    f(node.attribution);
  } else if constexpr (std::is_same_v<Kind, Verse>) {
    for (auto& stanza : node.stanzas) {
      for (auto& line : stanza) f(line.inlines);
    }
  } else if constexpr (std::is_same_v<Kind, Table>) {
    f(node.caption);
    for (auto* rows : {&node.head, &node.body}) {
      for (auto& row : *rows) {
        for (auto& cell : row.cells) f(cell.blocks);
      }
    }
  } else if constexpr (std::is_same_v<Kind, Figure>) {
    f(node.blocks);
    f(node.caption);
    f(node.credit);
  } else if constexpr (std::is_same_v<Kind, Callout>) {
    f(node.title);
    f(node.blocks);
  } else {
    static_assert(std::is_same_v<Kind, Division>, "a new kind of node: say what is inside it");
    f(node.blocks);
  }
}

template <typename ListType, typename Visit>
void visit_list(ListType& list, Visit& visit) {
  if constexpr (std::is_invocable_v<Visit&, ListType&>) visit(list);
  for (auto& node : list) {
    if constexpr (std::is_invocable_v<Visit&, decltype(node)>) visit(node);
    auto deeper = [&visit](auto& inner) { visit_list(inner, visit); };
    std::visit([&deeper](auto& content) { lists_inside(content, deeper); }, node.content);
  }
}

}  // namespace walk_detail

// Hands the lists directly inside a node, Blocks or Inlines, to `take`, in reading order.
template <typename Node, typename Take>
void for_lists_inside(Node& node, Take take) {
  std::visit([&take](auto& content) { walk_detail::lists_inside(content, take); }, node.content);
}

// Lets `visit` change nodes of these blocks (or inlines).
template <typename Visit>
void walk(Blocks& blocks, Visit visit) {
  walk_detail::visit_list(blocks, visit);
}
template <typename Visit>
void walk(Inlines& inlines, Visit visit) {
  walk_detail::visit_list(inlines, visit);
}
template <typename Visit>
void walk(Document& document, Visit visit) {
  walk_detail::visit_list(document.blocks, visit);
  for (Note& note : document.notes) walk_detail::visit_list(note.blocks, visit);
}

// Shows every node to `visit`, which collects what it wants.
template <typename Visit>
void query(const Blocks& blocks, Visit visit) {
  walk_detail::visit_list(blocks, visit);
}
template <typename Visit>
void query(const Inlines& inlines, Visit visit) {
  walk_detail::visit_list(inlines, visit);
}
template <typename Visit>
void query(const Document& document, Visit visit) {
  walk_detail::visit_list(document.blocks, visit);
  for (const Note& note : document.notes) walk_detail::visit_list(note.blocks, visit);
}

}  // namespace garland
