// Marks of notes among raw HTML, which CommonMark leaves unread.
#pragma once

#include "readers/markdown/inlines.h"
#include "readers/markup/markup.h"

namespace garland {

// Makes elements of "[^label]" in the pieces of raw HTML, outside of tags, code and scripts, where
// a note has that label ("<figcaption>Tide[^1]</figcaption>"). Call before raw HTML is nested.
void resolve_notes_in_html(MarkupList& nodes, MarkdownNames& names);

}  // namespace garland
