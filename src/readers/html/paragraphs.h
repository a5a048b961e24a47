// Paragraphs that are set apart by two line breaks, as old pages and many editors do it.
#pragma once

#include "readers/markup/markup.h"

namespace garland::html {

// Two breaks in a row part paragraphs, in a <p> among the element's children and where words stand
// in no paragraph; <font> and the like around several of these are taken away. Needs the marks of
// mark_block_holders. Cost: linear.
void part_paragraphs(Markup& parent);

}  // namespace garland::html
