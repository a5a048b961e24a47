// Writing pictures of few colours as PNG files (ISO/IEC 15948, colour type 3).
#pragma once

#include <string>

#include "pictures/picture.h"

namespace garland {

// The file, without dates or text. Requires indices of its colours, one for each pixel. Rows are
// not filtered, which suits indices (clause 12.8): to pack them takes a quarter of libpng's time.
std::string encode_indexed_png(const IndexedPixels& pixels);

}  // namespace garland
