#include "epub/accessible_name.h"

#include <algorithm>

#include "base/unicode.h"
#include "document/math.h"
#include "document/walk.h"

namespace garland {
namespace {

// In ascending order: the whole is what the greatest of its parts is.
enum class Content { Nothing, Formulas, Words };

Content content_of(const std::string& text) {
  return trim(text).empty() ? Content::Nothing : Content::Words;
}

Content content_of(const Inlines& inlines) {
  Content content = Content::Nothing;
  for (const Inline& node : inlines) {
    if (content == Content::Words) return content;
    Content part = Content::Nothing;
    if (const auto* text = node.as<Text>())
      part = content_of(text->text);
    else if (const auto* code = node.as<Code>())
      part = content_of(code->text);
    else if (const auto* image = node.as<Image>())
      part = content_of(image->alternative);
    else if (node.as<Math>() != nullptr)
      part = Content::Formulas;
    else if (const Inlines* inner = children_of(node))
      part = content_of(*inner);
    content = std::max(content, part);
  }
  return content;
}

}  // namespace

bool has_name(const Inlines& inlines) { return content_of(inlines) != Content::Nothing; }

bool has_name(const Blocks& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    const auto* paragraph = block.as<Paragraph>();
    return paragraph == nullptr || has_name(paragraph->inlines);
  });
}

std::string formula_name(const Inlines& inlines) {
  if (content_of(inlines) != Content::Formulas) return {};
  return collapse_spaces(readable_text(inlines));
}

std::string formula_name(const Blocks& blocks) {
  const auto* only = blocks.size() == 1 ? blocks.front().as<Paragraph>() : nullptr;
  return only == nullptr ? std::string() : formula_name(only->inlines);
}

}  // namespace garland
