#include "document/document.h"

#include "document/walk.h"

namespace garland {

const Inlines* children_of(const Inline& node) {
  const Inlines* found = nullptr;
  for_lists_inside(node, [&found](const auto& inner) { found = &inner; });
  return found;
}

Inlines* children_of(Inline& node) {
  return const_cast<Inlines*>(children_of(static_cast<const Inline&>(node)));
}

bool is_line_break(const Inline& node) {
  return node.as<SoftBreak>() != nullptr || node.as<LineBreak>() != nullptr;
}

std::string plain_text(const Inlines& inlines) {
  std::string words;
  query(inlines, [&words](const Inline& node) {
    if (const auto* text = node.as<Text>()) words += text->text;
    if (const auto* code = node.as<Code>()) words += code->text;
    if (const auto* math = node.as<Math>()) words += math->tex;
    if (const auto* image = node.as<Image>()) words += image->alternative;
    if (is_line_break(node)) words += ' ';
  });
  return words;
}

Inlines make_text(std::string text, SourceRange range) {
  Inlines inlines;
  if (!text.empty()) inlines.push_back({Text{std::move(text)}, {}, range});
  return inlines;
}

}  // namespace garland
