// Transparency beside the samples and among them.
#pragma once

#include <cstdint>
#include <vector>

#include "pictures/picture.h"

namespace garland {

// Parts the last of `pixels.channels` + 1 interleaved channels, alpha, from the others, in place:
// of a large picture there is not room for two. An alpha that hides nothing is dropped.
void split_alpha(std::vector<std::uint8_t> interleaved, Pixels& pixels);

// The samples with alpha after each pixel's. Requires pixels with alpha.
std::vector<std::uint8_t> join_alpha(const Pixels& pixels);

}  // namespace garland
