#include "pictures/palette.h"

#include <unordered_map>

namespace garland {

std::optional<Palette> palette_of(const std::vector<std::uint8_t>& samples, std::size_t channels) {
  constexpr std::size_t kMostColors = 256;
  Palette palette;
  palette.indices.reserve(samples.size() / channels);
  std::unordered_map<std::uint32_t, std::uint8_t> index_of;
  std::uint32_t last = 0;
  for (std::size_t at = 0; at + channels <= samples.size(); at += channels) {
    std::uint32_t color = 0;
    for (std::size_t c = 0; c < channels; ++c) color = color << 8 | samples[at + c];
    if (color == last && at > 0) {
      palette.indices.push_back(palette.indices.back());
      continue;
    }
    last = color;
    const auto next = static_cast<std::uint8_t>(index_of.size());
    const auto [found, is_new] = index_of.emplace(color, next);
    if (is_new) {
      if (index_of.size() > kMostColors) return std::nullopt;
      const auto* sample = samples.data() + at;
      palette.colors.insert(palette.colors.end(), sample, sample + channels);
    }
    palette.indices.push_back(found->second);
  }
  return palette;
}

}  // namespace garland
