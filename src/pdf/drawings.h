// Drawings as form XObjects (ISO 32000-1, 8.10).
#pragma once

#include "pdf/haru.h"
#include "pictures/drawing.h"
#include "style/print.h"

namespace garland {

// The drawing as an object that pages may show as a picture: its matrix lays it onto the unit
// square, as image XObjects lie.
ObjectId add_drawing(HaruDocument& document, const Drawing& drawing, PrintColors colors);

}  // namespace garland
