// AVIF files (AV1 Image File Format 1.1) by libavif.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "pictures/prepared.h"

namespace garland {

// Whether the bytes begin as an AVIF file does: with a file type box that names one of its brands.
bool is_avif(std::string_view bytes);

// Of an animation, the first picture; cropped and turned as the file asks. Errors: broken or cut
// short, too large.
Result<PreparedPicture> prepare_avif(std::string_view bytes, std::int64_t most_pixels);

}  // namespace garland
