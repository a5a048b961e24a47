#include "cover/tones.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

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

Color nearest(Color color, const std::vector<Color>& tones) {
  return *std::min_element(tones.begin(), tones.end(), [color](Color first, Color second) {
    return distance(color, first) < distance(color, second);
  });
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

void reduce_to_tones(Pixels& pixels, const std::vector<Color>& tones) {
  // An antialiased drawing has a thousand colours; most pixels have their neighbour's.
  std::unordered_map<std::uint32_t, Color> tone_of;
  std::uint32_t last = ~std::uint32_t{0};  // no colour
  Color tone;
  std::uint8_t* const end = pixels.samples.data() + pixels.samples.size() / 3 * 3;
  for (std::uint8_t* sample = pixels.samples.data(); sample != end; sample += 3) {
    const std::uint32_t color =
        std::uint32_t{sample[0]} << 16U | std::uint32_t{sample[1]} << 8U | sample[2];
    if (color != last) {
      const auto [found, is_new] = tone_of.try_emplace(color);
      if (is_new) found->second = nearest({sample[0], sample[1], sample[2]}, tones);
      tone = found->second;
      last = color;
    }
    sample[0] = tone.red;
    sample[1] = tone.green;
    sample[2] = tone.blue;
  }
}

}  // namespace garland
