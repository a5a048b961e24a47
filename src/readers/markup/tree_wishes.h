// Wishes (wishes.h) about blocks that are no lines, as those of a saved page or of Markdown: a
// block is asked about by the line of its words.
#pragma once

#include "document/document.h"
#include "readers/markup/markup.h"
#include "readers/wishes/wishes.h"

namespace garland {

// Leaves out the paragraphs, headings and lines of paragraphs that `drop:` names, which become
// Dropped where they stood (a line behind its paragraph), and makes headings of the paragraphs that
// `headings:` names, of the level of the heading before.
void apply_wishes(Blocks& blocks, Wishes& wishes);

// Takes the elements that `keep:` names out of a node that is to be left out: those without blocks
// in them, in their order. Requires mark_block_holders to have run. Time linear in the text.
MarkupList take_kept(Markup& node, Wishes& wishes);

}  // namespace garland
