// Pictures of few colours, which PNG keeps as indices of a table (ISO/IEC 15948, 4.5.2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace garland {

struct Palette {
  std::vector<std::uint8_t> colors;   // sample after sample, in the order in which they are met
  std::vector<std::uint8_t> indices;  // one a pixel
};

// The palette of interleaved samples, three or four a pixel; nothing where they have more than 256
// colours. Time linear in the pixels until so many are found.
std::optional<Palette> palette_of(const std::vector<std::uint8_t>& samples, std::size_t channels);

}  // namespace garland
