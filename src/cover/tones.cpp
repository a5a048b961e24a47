#include "cover/tones.h"

#include <algorithm>

#include "cover/canvas.h"

namespace garland {
namespace {

constexpr int kBerrySteps = 3;

int distance(Color first, Color second) {
  const int red = first.red - second.red;
  const int green = first.green - second.green;
  const int blue = first.blue - second.blue;
  return red * red + green * green + blue * blue;
}

}  // namespace

Color cover_tone(Color ground, Color ink, int step) {
  return mix(ground, ink, static_cast<double>(step) / kToneSteps);
}

std::vector<Color> cover_tones(Color ground, Color ink, Color berry) {
  std::vector<Color> tones;
  for (int step = 0; step <= kToneSteps; ++step) tones.push_back(cover_tone(ground, ink, step));
  for (int i = 1; i <= kBerrySteps; ++i) {
    tones.push_back(mix(ground, berry, static_cast<double>(i) / kBerrySteps));
  }
  return tones;
}

std::uint8_t ToneFinder::find(std::uint32_t color) {
  const auto [known, is_new] = known_.try_emplace(color);
  if (is_new) {
    const Color sought{static_cast<std::uint8_t>(color >> 16U),
                       static_cast<std::uint8_t>(color >> 8U), static_cast<std::uint8_t>(color)};
    const auto nearest =
        std::min_element(tones_.begin(), tones_.end(), [sought](Color first, Color second) {
          return distance(sought, first) < distance(sought, second);
        });
    known->second = static_cast<std::uint8_t>(nearest - tones_.begin());
  }
  return known->second;
}

}  // namespace garland
