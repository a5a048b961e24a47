// Where the ink of set glyphs is: what an eye sees of a letter, without the white that its advance
// has at either side.
#pragma once

#include <optional>
#include <vector>

#include "base/length.h"
#include "fonts/fonts.h"
#include "layout/page.h"

namespace garland {

// Edges, x from where the items are measured from, y upwards from the baseline. All zero without
// ink.
struct Ink {
  Length left, right, bottom, top;
};

// The ink of the runs that stand on the baseline y = 0, or of the part of it above `lowest`.
// Curves are followed by points on them.
Ink ink_of(const std::vector<PageItem>& items, FontLibrary& fonts,
           std::optional<Length> lowest = std::nullopt);

// How far what stands in a line reaches from its baseline y = 0: pictures, and the boxes of glyphs.
struct Reach {
  Length above, below;  // both positive
};
Reach reach_of(const std::vector<PageItem>& items, FontLibrary& fonts);

}  // namespace garland
