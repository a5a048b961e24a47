#include "pictures/orientation.h"

#include <cstddef>
#include <utility>

namespace garland {

Pixels turn_upright(Pixels stored, int orientation) {
  if (orientation <= 1 || orientation > 8) return stored;
  // EXIF 2.3, 4.6.4, tag 0x0112: of the seen picture, the side where stored columns or rows begin.
  const bool is_swapped = swaps_sides(orientation);
  const bool from_right =
      orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  const bool from_bottom =
      orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  Pixels seen;
  seen.width_px = is_swapped ? stored.height_px : stored.width_px;
  seen.height_px = is_swapped ? stored.width_px : stored.height_px;
  seen.channels = stored.channels;
  seen.samples.resize(stored.samples.size());
  seen.alpha.resize(stored.alpha.size());
  const auto channels = static_cast<std::size_t>(stored.channels);
  const auto seen_width = static_cast<std::size_t>(seen.width_px);
  std::size_t from = 0;
  for (int row = 0; row < stored.height_px; ++row) {
    for (int column = 0; column < stored.width_px; ++column) {
      int x = is_swapped ? row : column;
      int y = is_swapped ? column : row;
      if (from_right) x = seen.width_px - 1 - x;
      if (from_bottom) y = seen.height_px - 1 - y;
      const std::size_t pixel =
          static_cast<std::size_t>(y) * seen_width + static_cast<std::size_t>(x);
      if (!stored.alpha.empty()) seen.alpha[pixel] = stored.alpha[from / channels];
      std::size_t to = pixel * channels;
      for (std::size_t c = 0; c < channels; ++c) seen.samples[to++] = stored.samples[from++];
    }
  }
  return seen;
}

}  // namespace garland
