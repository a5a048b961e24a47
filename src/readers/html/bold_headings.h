// Headings of pages that have none by their tags: old pages and many editors set them in bold.
#pragma once

#include "document/document.h"

namespace garland::html {

// In a document without a heading, a short line that is bold as a whole, stands in a paragraph of
// its own and has text behind it becomes a heading, with an Inference. Cost: linear.
void find_bold_headings(Document& document);

}  // namespace garland::html
