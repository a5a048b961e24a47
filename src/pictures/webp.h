// WebP files (RFC 9649) by libwebp.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "pictures/prepared.h"

namespace garland {

// Of an animation, the first picture. Errors: broken or cut short, too large.
Result<PreparedPicture> prepare_webp(std::string_view bytes, std::int64_t most_pixels);

}  // namespace garland
