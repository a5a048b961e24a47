// Levels of headings as an outline needs them: the first is 1 and each goes at most one deeper than
// the heading it stands under. Which heading stands under which does not change.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

void close_heading_levels(Document& document, Diagnostics& diagnostics);

}  // namespace garland
