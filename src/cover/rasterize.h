// Drawings to pixels, by cairo; the rasterizer is cairo's own, so the same drawing gives the same
// pixels everywhere.
#pragma once

#include <vector>

#include "pictures/picture.h"
#include "style/theme.h"

namespace garland {

// The whole drawing, of each pixel the nearest tone; the ground is black. Requires one tone at
// least, and at most 256. No indices when there is no memory for them.
IndexedPixels rasterize(const Drawing& drawing, const std::vector<Color>& tones);

}  // namespace garland
