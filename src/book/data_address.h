// Pictures written into their own address (RFC 2397).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace garland {

// The bytes of "data:image/png;base64,…". Errors: no comma, bad base64, larger than 32 MB.
Result<std::string> decode_data_address(std::string_view address);

}  // namespace garland
