// The ornament of a made cover: a garland laid in a ring, leaves on a stem with berries between.
#pragma once

#include <cstdint>

#include "cover/canvas.h"

namespace garland {

struct WreathColors {
  Color stem;
  Color leaf;
  Color leaf_in_shade;
  Color berry;
};

// Draws a ring of that radius, measured to the stem; leaves reach a third further. `seed` chooses
// among like wreaths: the number of leaves, their turn, where berries hang.
void draw_wreath(Canvas& canvas, CanvasPoint center, double radius, const WreathColors& colors,
                 std::uint64_t seed);

}  // namespace garland
