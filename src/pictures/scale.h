// Making pictures smaller.
#pragma once

#include <cstdint>

#include "pictures/picture.h"

namespace garland {

// The picture with at most `most_pixels`, its sides in proportion: each new pixel is the mean of
// the area that it covers. A picture that is small enough comes back as it is.
Pixels scale_down(Pixels pixels, std::int64_t most_pixels);

}  // namespace garland
