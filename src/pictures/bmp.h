// BMP files (of Windows 2 to 5 and OS/2) by gdk-pixbuf.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "pictures/prepared.h"

namespace garland {

// Whether the bytes begin as a BMP file does: its mark, and a header of a known size.
bool is_bmp(std::string_view bytes);

// Every depth and packing, with its rows from the top or from the bottom. One that is cut short is
// shown as far as it goes. Errors: broken, too large.
Result<PreparedPicture> prepare_bmp(std::string_view bytes, std::int64_t most_pixels);

}  // namespace garland
