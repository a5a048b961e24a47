#include "pictures/grey.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "pictures/jpeg.h"

namespace garland {
namespace {

constexpr std::size_t kLevels = 256;
constexpr std::size_t kFullLight = 65535;

// Both ways between levels of sRGB and light in 65,535ths.
class Curve {
 public:
  Curve() {
    for (std::size_t level = 0; level < kLevels; ++level) {
      const double value = static_cast<double>(level) / (kLevels - 1);
      const double light =
          value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
      light_[level] = static_cast<std::uint16_t>(std::lround(light * kFullLight));
    }
    for (std::size_t light = 0, level = 0; light <= kFullLight; ++light) {
      const bool is_last = level + 1 == kLevels;
      if (!is_last && light * 2 > std::size_t{light_[level]} + light_[level + 1]) ++level;
      level_[light] = static_cast<std::uint8_t>(level);
    }
  }
  std::size_t light(std::uint8_t level) const { return light_[level]; }
  std::uint8_t level(std::size_t light) const { return level_[light]; }

 private:
  std::array<std::uint16_t, kLevels> light_{};
  std::array<std::uint8_t, kFullLight + 1> level_{};
};

const Curve& curve() {
  static const Curve curve;
  return curve;
}

}  // namespace

std::uint8_t grey_of(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
  const Curve& srgb = curve();
  const std::size_t light =
      (srgb.light(red) * 2126 + srgb.light(green) * 7152 + srgb.light(blue) * 722) / 10000;
  return srgb.level(light);
}

void drop_equal_channels(Pixels& pixels) {
  if (pixels.channels == 1) return;
  const std::vector<std::uint8_t>& samples = pixels.samples;
  for (std::size_t at = 0; at + 2 < samples.size(); at += 3) {
    if (samples[at] != samples[at + 1] || samples[at] != samples[at + 2]) return;
  }
  make_grey(pixels);
}

void make_grey(Pixels& pixels) {
  if (pixels.channels == 1) return;
  std::vector<std::uint8_t>& samples = pixels.samples;
  for (std::size_t pixel = 0; pixel < samples.size() / 3; ++pixel) {
    const std::uint8_t* color = samples.data() + pixel * 3;
    samples[pixel] = grey_of(color[0], color[1], color[2]);
  }
  samples.resize(samples.size() / 3);
  samples.shrink_to_fit();
  pixels.channels = 1;
}

Result<std::string> grey_jpeg(std::string_view bytes) {
  const Result<JpegHeader> header = read_jpeg_header(bytes);
  if (!header) return header.error();
  if (header->components == 1) return std::string(bytes);
  Result<Pixels> pixels = decode_jpeg(bytes);
  if (!pixels) return pixels.error();
  make_grey(*pixels);
  return encode_jpeg(*pixels);
}

}  // namespace garland
