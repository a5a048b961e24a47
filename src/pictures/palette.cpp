#include "pictures/palette.h"

#include <unordered_map>

namespace garland {
namespace {

// The number of channels is known to the compiler: most pixels have their neighbour's colour, and
// cost no more than to see that.
template <std::size_t Channels>
std::optional<Palette> palette_of(const std::vector<std::uint8_t>& samples) {
  constexpr std::size_t kMostColors = 256;
  Palette palette;
  palette.indices.resize(samples.size() / Channels);
  std::unordered_map<std::uint32_t, std::uint8_t> index_of;
  std::uint32_t last = 0;
  std::uint8_t last_index = 0;
  const std::uint8_t* sample = samples.data();
  for (std::uint8_t& index : palette.indices) {
    std::uint32_t color = 0;
    for (std::size_t c = 0; c < Channels; ++c) color = color << 8 | sample[c];
    if (color != last || index_of.empty()) {
      const auto next = static_cast<std::uint8_t>(index_of.size());
      const auto [found, is_new] = index_of.emplace(color, next);
      if (is_new) {
        if (index_of.size() > kMostColors) return std::nullopt;
        palette.colors.insert(palette.colors.end(), sample, sample + Channels);
      }
      last = color;
      last_index = found->second;
    }
    index = last_index;
    sample += Channels;
  }
  return palette;
}

}  // namespace

std::optional<Palette> palette_of(const std::vector<std::uint8_t>& samples, std::size_t channels) {
  return channels == 3 ? palette_of<3>(samples) : palette_of<4>(samples);
}

}  // namespace garland
