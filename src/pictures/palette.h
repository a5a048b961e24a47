// Pictures of few colours, which PNG keeps as indices of a table (ISO/IEC 15948, 4.5.2).
#pragma once

#include <cstdint>
#include <vector>

#include "pictures/picture.h"

namespace garland {

// Sets the colours, in the order in which they are met, and the indices, from interleaved samples,
// `channels` a pixel. False where they have more than 256 colours. Time linear in the pixels until
// so many are found.
bool find_palette(const std::vector<std::uint8_t>& samples, IndexedPixels& pixels);

}  // namespace garland
