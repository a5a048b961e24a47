// Small habits of other dialects, once blocks and inlines stand:
//   *[HTML]: HyperText …      an abbreviation's meaning (PHP Markdown Extra, Kramdown)
//   - list {:toc}              where Kramdown puts its list of contents
//   … words. ^quote-1          a paragraph's name (Obsidian)
//   :wave:                     a picture by name (GitHub, Slack)
#pragma once

#include "readers/markup/markup.h"

namespace garland {

// Takes a document's blocks, before raw HTML is nested.
void read_habits(MarkupList& blocks);

}  // namespace garland
