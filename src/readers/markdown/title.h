// One line of Markdown: a title, subtitle or caption in front matter.
#pragma once

#include <string_view>

#include "base/source_range.h"
#include "document/inline.h"

namespace garland {

// Reads all of Markdown's inline syntax, HTML and entities; a sign at the head begins no list or
// heading. Links give their words, pictures their alternative text, line breaks spaces, since
// titles are printed in many places. Every node gets `range`. What is more than one line of words
// (a note in place, a formula alone) keeps its text with emphasis alone read.
Inlines inlines_from_markdown(std::string_view text, SourceRange range);

}  // namespace garland
