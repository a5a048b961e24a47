#include "pictures/alpha.h"

#include <cstddef>
#include <utility>

namespace garland {

void split_alpha(std::vector<std::uint8_t> interleaved, Pixels& pixels) {
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::size_t pixel_count = interleaved.size() / (channels + 1);
  pixels.alpha.reserve(pixel_count);
  bool is_opaque = true;
  std::size_t to = 0;
  for (std::size_t at = 0; at < interleaved.size(); at += channels + 1) {
    for (std::size_t c = 0; c < channels; ++c) interleaved[to++] = interleaved[at + c];
    pixels.alpha.push_back(interleaved[at + channels]);
    is_opaque = is_opaque && pixels.alpha.back() == 255;
  }
  interleaved.resize(to);
  pixels.samples = std::move(interleaved);
  if (is_opaque) pixels.alpha = {};
}

void set_samples(std::vector<std::uint8_t> interleaved, bool has_alpha, Pixels& pixels) {
  if (has_alpha) {
    split_alpha(std::move(interleaved), pixels);
  } else {
    pixels.samples = std::move(interleaved);
  }
}

std::vector<std::uint8_t> join_alpha(const Pixels& pixels) {
  const auto channels = static_cast<std::size_t>(pixels.channels);
  std::vector<std::uint8_t> interleaved;
  interleaved.reserve(pixels.samples.size() + pixels.alpha.size());
  for (std::size_t i = 0; i < pixels.alpha.size(); ++i) {
    for (std::size_t c = 0; c < channels; ++c) {
      interleaved.push_back(pixels.samples[i * channels + c]);
    }
    interleaved.push_back(pixels.alpha[i]);
  }
  return interleaved;
}

}  // namespace garland
