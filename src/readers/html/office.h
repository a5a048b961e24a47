// Lists as word processors export them: level by level, or as paragraphs.
#pragma once

#include "readers/markup/markup.h"

namespace garland::html {

// Among the children: paragraphs that Word marks as items ("mso-list:l0 level2") become a list, and
// lists that Google Docs wrote one after the other for each level ("lst-kix_x-1") are put into each
// other. Cost: linear.
void join_lists(Markup& parent);

}  // namespace garland::html
