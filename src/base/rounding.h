// Rounding that compilers see, where the standard library calls a function.
#pragma once

#include <cstdint>

namespace garland {

// The nearest whole number, halves away from zero; what is within a double's error of a half counts
// as one. Requires that an int64_t holds it.
constexpr std::int64_t nearest(double value) {
  return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
}

}  // namespace garland
