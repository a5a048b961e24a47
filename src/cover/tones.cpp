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
  Color last, tone;
  bool has_last = false;
  std::vector<std::uint8_t>& samples = pixels.samples;
  for (std::size_t at = 0; at + 2 < samples.size(); at += 3) {
    const Color color{samples[at], samples[at + 1], samples[at + 2]};
    if (!has_last || color != last) {
      const std::uint32_t key =
          std::uint32_t{color.red} << 16U | std::uint32_t{color.green} << 8U | color.blue;
      const auto [found, is_new] = tone_of.try_emplace(key);
      if (is_new) found->second = nearest(color, tones);
      tone = found->second;
      last = color;
      has_last = true;
    }
    samples[at] = tone.red;
    samples[at + 1] = tone.green;
    samples[at + 2] = tone.blue;
  }
}

}  // namespace garland
