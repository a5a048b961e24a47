// Markdown to markup, by cmark-gfm with GitHub's extensions and our own (markdown/syntax.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "base/diagnostic.h"
#include "readers/markdown/syntax.h"
#include "readers/markup/markup.h"

namespace garland {

// Parses the body of a Markdown file whose first line is line `first_line` of the file. The tree is
// as cmark-gfm found it, with our syntax still in pieces (x-fence, x-mark …): see
// markdown/inlines.h and markdown/groups.h. Containers nested deeper than kMaxMarkupNesting are
// dissolved, with a warning.
MarkupList parse_markdown(std::string_view text, std::uint32_t first_line, MarkdownExtras extras,
                          Diagnostics& diagnostics);

// Blocks (and, apart, inlines) may be nested this deep in markup; the document has its own bound,
// which markup/blocks.cpp keeps.
constexpr int kMaxMarkupNesting = 48;

}  // namespace garland
