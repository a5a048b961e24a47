// GIF files (version 89a) by giflib: their first picture.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "pictures/prepared.h"

namespace garland {

// Errors: broken before the first picture's first row, too large. What is missing of the picture is
// left transparent and reported.
Result<PreparedPicture> prepare_gif(std::string_view bytes, std::int64_t most_pixels);

}  // namespace garland
