// Puts together the blocks of our own Markdown syntax, which parse_markdown leaves side by side:
// what stands between two ":::" becomes a division, terms and their definitions a list, "| " lines
// verse, "> [!NOTE]" a callout, ": …" below a table its caption.
#pragma once

#include "base/diagnostic.h"
#include "readers/markup/markup.h"

namespace garland {

// Takes and gives a document's blocks; linear in their number.
void group_blocks(MarkupList& blocks, Diagnostics& diagnostics);

// Whether line ends inside block quotations are the author's. They are kept (as "br") in a document
// whose paragraphs are written one to a line; in one that is wrapped by hand only in quotations of
// short lines, which are verse rather than prose.
void keep_quoted_lines(MarkupList& blocks);

}  // namespace garland
