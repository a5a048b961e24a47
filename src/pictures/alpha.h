// Transparency beside the samples and among them.
#pragma once

#include <cstdint>
#include <vector>

#include "pictures/picture.h"

namespace garland {

// A sample that was multiplied by its alpha, as it is without; of what is wholly transparent, 0.
constexpr std::uint8_t straight_sample(std::uint32_t value, std::uint32_t alpha) {
  if (alpha == 0) return 0;
  const std::uint32_t straight = (value * 255 + alpha / 2) / alpha;
  return static_cast<std::uint8_t>(straight > 255 ? 255 : straight);
}

// Parts the last of `pixels.channels` + 1 interleaved channels, alpha, from the others, in place:
// of a large picture there is not room for two. An alpha that hides nothing is dropped.
void split_alpha(std::vector<std::uint8_t> interleaved, Pixels& pixels);

// What a decoder gives: samples with or without alpha among them.
void set_samples(std::vector<std::uint8_t> interleaved, bool has_alpha, Pixels& pixels);

// The samples with alpha after each pixel's. Requires pixels with alpha.
std::vector<std::uint8_t> join_alpha(const Pixels& pixels);

}  // namespace garland
