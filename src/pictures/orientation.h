// Turning and mirroring of pixels as EXIF's orientation asks.
#pragma once

#include "pictures/picture.h"

namespace garland {

// Whether width and height change places.
constexpr bool swaps_sides(int orientation) { return orientation >= 5 && orientation <= 8; }

// `orientation` is EXIF's: what the stored picture's first row and column are (1: top and left).
Pixels turn_upright(Pixels stored, int orientation);

}  // namespace garland
