#include "pdf/predictor.h"

#include <array>
#include <cstddef>
#include <cstdlib>

namespace garland {
namespace {

enum Filter : std::uint8_t { kNone = 0, kSub = 1, kUp = 2, kPaeth = 4 };

int paeth(int left, int up, int corner) {
  const int estimate = left + up - corner;
  const int to_left = std::abs(estimate - left);
  const int to_up = std::abs(estimate - up);
  const int to_corner = std::abs(estimate - corner);
  if (to_left <= to_up && to_left <= to_corner) return left;
  return to_up <= to_corner ? up : corner;
}

template <Filter filter>
int prediction(int left, int up, int corner) {
  if constexpr (filter == kSub) return left;
  if constexpr (filter == kUp) return up;
  if constexpr (filter == kPaeth) return paeth(left, up, corner);
  return 0;
}

// Fills `out` with the filtered row and gives the sum of the differences, as signed bytes.
// `above` is a row of zeros for the first row.
template <Filter filter>
std::size_t filter_row(const std::uint8_t* row, const std::uint8_t* above, std::size_t channels,
                       std::string& out) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int left = i < channels ? 0 : row[i - channels];
    const int corner = i < channels ? 0 : above[i - channels];
    const auto difference = static_cast<std::int8_t>(
        static_cast<std::uint8_t>(row[i] - prediction<filter>(left, above[i], corner)));
    out[i] = static_cast<char>(difference);
    sum += static_cast<std::size_t>(std::abs(int{difference}));
  }
  return sum;
}

// Keeps the better of the filters tried on a row.
class BestFilter {
 public:
  explicit BestFilter(std::size_t row_size) : best_(row_size, '\0'), tried_(row_size, '\0') {}

  template <Filter filter>
  void attempt(const std::uint8_t* row, const std::uint8_t* above, std::size_t channels) {
    const std::size_t sum = filter_row<filter>(row, above, channels, tried_);
    if (filter != kNone && sum >= sum_) return;
    sum_ = sum;
    filter_ = filter;
    best_.swap(tried_);
  }
  void append_to(std::string& out) const {
    out += static_cast<char>(filter_);
    out += best_;
  }

 private:
  std::string best_, tried_;
  std::size_t sum_ = 0;
  Filter filter_ = kNone;
};

}  // namespace

std::string predict_rows(const std::vector<std::uint8_t>& samples, int width_px, int channels) {
  const auto sample_channels = static_cast<std::size_t>(channels);
  const std::size_t row_size = static_cast<std::size_t>(width_px) * sample_channels;
  const std::vector<std::uint8_t> zeros(row_size);
  const std::uint8_t* above = zeros.data();
  std::string out;
  out.reserve(samples.size() + samples.size() / row_size);
  BestFilter best(row_size);
  for (std::size_t at = 0; at < samples.size(); at += row_size) {
    const std::uint8_t* row = samples.data() + at;
    best.attempt<kNone>(row, above, sample_channels);
    best.attempt<kSub>(row, above, sample_channels);
    best.attempt<kUp>(row, above, sample_channels);
    best.attempt<kPaeth>(row, above, sample_channels);
    best.append_to(out);
    above = row;
  }
  return out;
}

}  // namespace garland
