#include "readers/markdown/words.h"

#include <string>
#include <utility>

#include "base/unicode.h"
#include "readers/markdown/inlines.h"
#include "readers/markdown/parse.h"

namespace garland {
namespace {

constexpr std::size_t kFewBytes = 400;

void set_range(MarkupList& nodes, SourceRange range) {
  for (Markup& node : nodes) {
    node.range = range;
    set_range(node.children, range);
  }
}

}  // namespace

MarkupList markdown_words(std::string_view text, SourceRange range) {
  const std::string words = collapse_spaces(text);
  if (words.size() <= kFewBytes) {
    Diagnostics unheard;
    MarkupList blocks = parse_markdown(words, 1, MarkdownExtras::WithoutCitations, unheard);
    MarkdownNames names;
    resolve_inlines(blocks, names);
    set_range(blocks, range);
    if (blocks.size() == 1 && blocks.front().is("p")) return std::move(blocks.front().children);
  }
  return {Markup::characters(words, range)};
}

}  // namespace garland
