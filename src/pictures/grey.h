// Colours as greys of the same luminance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "pictures/picture.h"

namespace garland {

// The sRGB grey whose light is that of the sRGB colour (IEC 61966-2-1; luminance as in ITU-R
// BT.709). A grey is its own.
std::uint8_t grey_of(std::uint8_t red, std::uint8_t green, std::uint8_t blue);

// Of pixels that are grey all over, one channel; others stay as they are.
void drop_equal_channels(Pixels& pixels);

// Pixels of one channel; transparency stays.
void make_grey(Pixels& pixels);

// The JPEG file with one channel; one that has no more comes back as it is. Errors: broken.
Result<std::string> grey_jpeg(std::string_view bytes);

}  // namespace garland
