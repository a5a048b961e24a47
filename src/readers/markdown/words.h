// Markdown in few words: titles of callouts, captions in tags.
#pragma once

#include <string_view>

#include "base/source_range.h"
#include "readers/markup/markup.h"

namespace garland {

// The words as inlines, all of them at that place. Long texts, and what is more than one paragraph,
// stay as they are written.
MarkupList markdown_words(std::string_view text, SourceRange range);

}  // namespace garland
