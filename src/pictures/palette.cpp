#include "pictures/palette.h"

#include <unordered_map>

namespace garland {
namespace {

// The number of channels is known to the compiler: most pixels have their neighbour's colour, and
// cost no more than to see that.
template <std::size_t Channels>
bool find_palette(const std::vector<std::uint8_t>& samples, IndexedPixels& pixels) {
  constexpr std::size_t kMostColors = 256;
  pixels.indices.resize(samples.size() / Channels);
  std::unordered_map<std::uint32_t, std::uint8_t> index_of;
  std::uint32_t last = 0;
  std::uint8_t last_index = 0;
  const std::uint8_t* sample = samples.data();
  for (std::uint8_t& index : pixels.indices) {
    std::uint32_t color = 0;
    for (std::size_t c = 0; c < Channels; ++c) color = color << 8 | sample[c];
    if (color != last || index_of.empty()) {
      const auto next = static_cast<std::uint8_t>(index_of.size());
      const auto [found, is_new] = index_of.emplace(color, next);
      if (is_new) {
        if (index_of.size() > kMostColors) return false;
        pixels.colors.insert(pixels.colors.end(), sample, sample + Channels);
      }
      last = color;
      last_index = found->second;
    }
    index = last_index;
    sample += Channels;
  }
  return true;
}

}  // namespace

bool find_palette(const std::vector<std::uint8_t>& samples, IndexedPixels& pixels) {
  return pixels.channels == 3 ? find_palette<3>(samples, pixels) : find_palette<4>(samples, pixels);
}

}  // namespace garland
