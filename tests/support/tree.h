// Short names to build trees in tests: paragraph("one ", emphasis("two")).
#pragma once

#include <string>
#include <utility>

#include "document/document.h"

namespace garland::tree {

inline void append(Inlines& list, const char* text) { list.push_back({Text{text}, {}, {}}); }
inline void append(Inlines& list, const std::string& text) { list.push_back({Text{text}, {}, {}}); }
inline void append(Inlines& list, Inline node) { list.push_back(std::move(node)); }
inline void append(Inlines& list, Inlines nodes) {
  for (Inline& node : nodes) list.push_back(std::move(node));
}

template <typename... Parts>
Inlines inlines(Parts&&... parts) {
  Inlines list;
  (append(list, std::forward<Parts>(parts)), ...);
  return list;
}

template <typename... Members>
Blocks blocks(Members&&... members) {
  Blocks list;
  (list.push_back(std::forward<Members>(members)), ...);
  return list;
}

template <typename... Parts>
Block paragraph(Parts&&... parts) {
  return {Paragraph{inlines(std::forward<Parts>(parts)...)}, {}, {}};
}

template <typename... Parts>
Block heading(int level, Parts&&... parts) {
  return {Heading{level, inlines(std::forward<Parts>(parts)...)}, {}, {}};
}

template <typename... Members>
Block quotation(Members&&... members) {
  return {BlockQuotation{blocks(std::forward<Members>(members)...), {}}, {}, {}};
}

template <typename... Members>
ListItem item(Members&&... members) {
  return {ListItem::Task::None, blocks(std::forward<Members>(members)...), {}};
}

template <typename... Items>
Block bullets(Items&&... items) {
  List list;
  (list.items.push_back(std::forward<Items>(items)), ...);
  return {std::move(list), {}, {}};
}

template <typename... Parts>
Inline emphasis(Parts&&... parts) {
  return {Emphasis{inlines(std::forward<Parts>(parts)...)}, {}, {}};
}

template <typename... Parts>
Inline strong(Parts&&... parts) {
  return {Strong{inlines(std::forward<Parts>(parts)...)}, {}, {}};
}

template <typename... Parts>
Inline span(Parts&&... parts) {
  return {Span{inlines(std::forward<Parts>(parts)...)}, {}, {}};
}

template <typename... Parts>
Inline link(std::string url, Parts&&... parts) {
  Link node;
  node.target.url = std::move(url);
  node.inlines = inlines(std::forward<Parts>(parts)...);
  return {std::move(node), {}, {}};
}

inline Inline mark(std::string label) { return {NoteReference{std::move(label)}, {}, {}}; }

inline Inline image(std::string target, std::string alternative) {
  return {Image{std::move(target), {}, {}, std::move(alternative), {}}, {}, {}};
}

template <typename... Members>
Note note(std::string label, Members&&... members) {
  Note made;
  made.label = std::move(label);
  made.blocks = blocks(std::forward<Members>(members)...);
  return made;
}

// The node with this id.
template <typename Node>
Node with_id(Node node, std::string id) {
  node.attributes.id = std::move(id);
  return node;
}

// The node as found on this line.
template <typename Node>
Node on_line(Node node, std::uint32_t line) {
  node.range = SourceRange::at(line, 1);
  return node;
}

}  // namespace garland::tree
