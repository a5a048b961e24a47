// Bookmarks (ISO 32000-1, 12.3.3).
#pragma once

#include <vector>

#include "layout/page.h"
#include "pdf/haru.h"

namespace garland {

// Adds the outline, its outermost level open; gives its object. Requires entries.
ObjectId write_outline(HaruDocument& document, const std::vector<OutlineEntry>& entries);

}  // namespace garland
