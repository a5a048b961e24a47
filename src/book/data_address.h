// Pictures written into their own address (RFC 2397).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace garland {

// Whether a picture's target is the picture itself: "data:image/png;base64,…".
bool is_data_address(std::string_view target);

// The bytes of "data:image/png;base64,…". Errors: no comma, bad base64, larger than 32 MB.
Result<std::string> decode_data_address(std::string_view address);

}  // namespace garland
