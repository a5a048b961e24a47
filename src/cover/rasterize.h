// Drawings to pixels, by cairo; the rasterizer is cairo's own, so the same drawing gives the same
// pixels everywhere.
#pragma once

#include "pictures/picture.h"

namespace garland {

// The whole drawing, opaque: black where no shape lies. No pixels when there is no memory for them.
Pixels rasterize(const Drawing& drawing);

}  // namespace garland
