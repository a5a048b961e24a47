#include "pictures/scale.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace garland {
namespace {

// The stretch of old pixels that one new pixel covers along an axis, by share of each.
struct Cover {
  std::size_t first = 0;
  std::vector<float> shares;  // add up to 1
};

std::vector<Cover> cover_axis(int from, int to) {
  std::vector<Cover> covers(static_cast<std::size_t>(to));
  const double step = static_cast<double>(from) / to;
  for (int i = 0; i < to; ++i) {
    const double begin = i * step;
    const double end = std::min<double>(from, begin + step);
    Cover& cover = covers[static_cast<std::size_t>(i)];
    cover.first = static_cast<std::size_t>(begin);
    const auto last = static_cast<std::size_t>(std::ceil(end));
    for (std::size_t at = cover.first; at < last; ++at) {
      const double covered =
          std::min(end, static_cast<double>(at + 1)) - std::max(begin, static_cast<double>(at));
      cover.shares.push_back(static_cast<float>(covered / (end - begin)));
    }
  }
  return covers;
}

std::uint8_t rounded(float value) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

// Scales row after row, so that beside the two pictures it needs memory for one row alone.
class Scaler {
 public:
  Scaler(const Pixels& from, Pixels& to)
      : from_(from),
        to_(to),
        channels_(static_cast<std::size_t>(from.channels)),
        across_(cover_axis(from.width_px, to.width_px)),
        down_(cover_axis(from.height_px, to.height_px)),
        row_(static_cast<std::size_t>(from.width_px) * (channels_ + 1)) {}

  void run() {
    for (const Cover& cover : down_) {
      gather_row(cover);
      for (const Cover& part : across_) write_pixel(part);
    }
  }

 private:
  // Mean of the old rows: the samples weighed by their alpha, then the alpha.
  void gather_row(const Cover& cover) {
    std::fill(row_.begin(), row_.end(), 0.0F);
    const auto width = static_cast<std::size_t>(from_.width_px);
    for (std::size_t i = 0; i < cover.shares.size(); ++i) {
      std::size_t pixel = (cover.first + i) * width;
      float* out = row_.data();
      for (std::size_t x = 0; x < width; ++x, ++pixel) {
        const float alpha = from_.alpha.empty() ? 255.0F : static_cast<float>(from_.alpha[pixel]);
        const float weight = cover.shares[i] * alpha;
        for (std::size_t c = 0; c < channels_; ++c) {
          *out++ += weight * static_cast<float>(from_.samples[pixel * channels_ + c]);
        }
        *out++ += weight;
      }
    }
  }

  void write_pixel(const Cover& part) {
    float sums[4] = {0, 0, 0, 0};
    for (std::size_t i = 0; i < part.shares.size(); ++i) {
      const float* in = row_.data() + (part.first + i) * (channels_ + 1);
      for (std::size_t c = 0; c <= channels_; ++c) sums[c] += part.shares[i] * in[c];
    }
    const float alpha = sums[channels_];
    for (std::size_t c = 0; c < channels_; ++c) {
      to_.samples.push_back(alpha > 0 ? rounded(sums[c] / alpha) : std::uint8_t{0});
    }
    if (!from_.alpha.empty()) to_.alpha.push_back(rounded(alpha));
  }

  const Pixels& from_;
  Pixels& to_;
  std::size_t channels_;
  std::vector<Cover> across_;
  std::vector<Cover> down_;
  std::vector<float> row_;
};

}  // namespace

Pixels scale_down(Pixels pixels, std::int64_t most_pixels) {
  const double count = static_cast<double>(pixels.width_px) * pixels.height_px;
  if (count <= static_cast<double>(most_pixels)) return pixels;
  const double scale = std::sqrt(static_cast<double>(most_pixels) / count);
  Pixels small;
  small.width_px = std::max(1, static_cast<int>(pixels.width_px * scale));
  small.height_px = std::max(1, static_cast<int>(pixels.height_px * scale));
  small.channels = pixels.channels;
  const std::size_t pixel_count =
      static_cast<std::size_t>(small.width_px) * static_cast<std::size_t>(small.height_px);
  small.samples.reserve(pixel_count * static_cast<std::size_t>(small.channels));
  if (!pixels.alpha.empty()) small.alpha.reserve(pixel_count);
  Scaler(pixels, small).run();
  return small;
}

}  // namespace garland
