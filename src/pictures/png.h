// PNG files (ISO/IEC 15948) to pixels, by libpng's simplified interface.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "pictures/picture.h"
#include "pictures/prepared.h"

namespace garland {

// Every colour type and depth, interlaced or not, as 8-bit sRGB or grey; transparency of any kind
// becomes alpha. Errors: broken or cut short, or too large.
Result<Pixels> decode_png(std::string_view bytes);

// Finds out whether the file decodes. A sound one stays as it is, without its metadata; one that is
// damaged, turned, of other colours than sRGB, or larger than the books show is packed anew.
Result<PreparedPicture> prepare_png(std::string_view bytes, std::int64_t most_pixels);

}  // namespace garland
