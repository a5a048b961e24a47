// The few colours that a made cover is reduced to, which makes its file a fifth as large.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "style/theme.h"

namespace garland {

// How many steps lead from the ground of a cover to its ink.
constexpr int kToneSteps = 6;

// The colour that stands so many steps from the ground.
Color cover_tone(Color ground, Color ink, int step);

// Ten colours: from the ground to the ink in even steps, and from the ground to the berries.
std::vector<Color> cover_tones(Color ground, Color ink, Color berry);

// The tone that is nearest to a colour, by its index. Remembers what it was asked for: a drawing
// has a thousand colours, and most pixels have their neighbour's.
class ToneFinder {
 public:
  explicit ToneFinder(const std::vector<Color>& tones) : tones_(tones) {}

  // `color` is 0xRRGGBB.
  std::uint8_t nearest(std::uint32_t color) {
    if (color != last_) {
      tone_ = find(color);
      last_ = color;
    }
    return tone_;
  }

 private:
  std::uint8_t find(std::uint32_t color);

  const std::vector<Color>& tones_;
  std::unordered_map<std::uint32_t, std::uint8_t> known_;
  std::uint32_t last_ = ~std::uint32_t{0};  // no colour
  std::uint8_t tone_ = 0;
};

}  // namespace garland
