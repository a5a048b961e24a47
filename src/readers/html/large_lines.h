// Lines that old pages set in large letters (<font size=5>, <big>) where others have headings.
#pragma once

#include "readers/markup/markup.h"

namespace garland::html {

// Makes bold paragraphs of short lines that are large as a whole: those that fill their block, and
// those between a block's edge or a line break and another. Headings, terms and captions stay as
// they are. html/bold_headings.h then decides.
// Recurses to the tree's depth. Cost: linear.
void set_large_lines_apart(MarkupList& nodes);

}  // namespace garland::html
