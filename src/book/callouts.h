// What stands above a callout.
#pragma once

#include "book/anthology.h"
#include "document/document.h"

namespace garland {

// The callout's own title, or the word for its kind ("Warning"); a kind that has no word is named
// as the source does. Empty for asides and details without a title, which are of no such kind.
Inlines callout_title(const Callout& callout, const Words& words);

}  // namespace garland
