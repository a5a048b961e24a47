// Titles in metadata are plain text with a few marks: *emphasis*, _emphasis_, **strong**.
#pragma once

#include <string>
#include <string_view>

#include "base/source_range.h"
#include "document/inline.h"

namespace garland {

// Reads the marks; a mark counts only where it opens at a word's beginning and closes at a word's
// end, so that "2 * 3 * 4" and "snake_case_name" stay as they are. A backslash before a mark takes
// its meaning away. Every text node gets `range`.
Inlines inlines_from_marked_text(std::string_view text, SourceRange range = {});

// The words alone, for what is kept as plain text.
std::string without_title_marks(std::string_view text);

}  // namespace garland
