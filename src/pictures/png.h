// PNG files (ISO/IEC 15948) to pixels, by libpng's simplified interface.
#pragma once

#include <string_view>

#include "base/result.h"
#include "pictures/picture.h"

namespace garland {

// Every colour type and depth, interlaced or not, as 8-bit sRGB or grey; transparency of any kind
// becomes alpha. Errors: broken or cut short, or too large.
Result<Pixels> decode_png(std::string_view bytes);

// From the pHYs chunk; 0 when it says nothing.
double png_pixels_per_inch(std::string_view bytes);

}  // namespace garland
