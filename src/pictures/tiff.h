// TIFF files (TIFF 6.0 and its supplements) by libtiff.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "pictures/prepared.h"

namespace garland {

// The first page of the file, of any colour model and packing that libtiff knows, with 8 or 16 bits
// a sample or less. Errors: broken, of another kind, too large.
Result<PreparedPicture> prepare_tiff(std::string_view bytes, std::int64_t most_pixels);

}  // namespace garland
