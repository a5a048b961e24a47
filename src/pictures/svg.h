// SVG drawings (SVG 1.1 with parts of 2) to pixels, by librsvg.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "pictures/prepared.h"

namespace garland {

// Draws at 300 pixels an inch, or with as many pixels as the books show at most. The drawing is a
// stranger's program: scripts are not run, and nothing outside of it is read, neither files nor the
// web. Errors: no well-formed XML, no size, too complex.
Result<PreparedPicture> prepare_svg(std::string_view bytes, std::int64_t most_pixels);

}  // namespace garland
