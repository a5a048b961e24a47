// Lengths on paper, in scaled units of 1/65536 point (a point is 1/72 inch), as TeX keeps them:
// integers, so that sums are exact and the same on every machine (Knuth, TeX: The Program, part 7).
#pragma once

#include <compare>
#include <cstdint>

#include "base/rounding.h"

namespace garland {

class Length {
 public:
  static constexpr std::int64_t kUnitsPerPoint = 65536;

  constexpr Length() = default;
  static constexpr Length from_units(std::int64_t units) { return Length(units); }
  // Rounds to the nearest unit, halves away from zero.
  static constexpr Length from_points(double points) {
    return Length(nearest(points * static_cast<double>(kUnitsPerPoint)));
  }

  constexpr std::int64_t units() const { return units_; }
  constexpr double points() const {
    return static_cast<double>(units_) / static_cast<double>(kUnitsPerPoint);
  }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length(-units_); }
  constexpr Length operator+(Length other) const { return Length(units_ + other.units_); }
  constexpr Length operator-(Length other) const { return Length(units_ - other.units_); }
  constexpr Length operator*(std::int64_t factor) const { return Length(units_ * factor); }
  constexpr Length operator/(std::int64_t divisor) const { return Length(units_ / divisor); }
  constexpr Length& operator+=(Length other) { return *this = *this + other; }
  constexpr Length& operator-=(Length other) { return *this = *this - other; }
  // Scales by a ratio, rounding to the nearest unit.
  constexpr Length scaled(double ratio) const { return from_points(points() * ratio); }

 private:
  explicit constexpr Length(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

constexpr Length operator""_pt(long double points) {
  return Length::from_points(static_cast<double>(points));
}
constexpr Length operator""_pt(unsigned long long points) {
  return Length::from_points(static_cast<double>(points));
}
constexpr Length operator""_mm(long double millimetres) {
  return Length::from_points(static_cast<double>(millimetres) * 72.0 / 25.4);
}
constexpr Length operator""_mm(unsigned long long millimetres) {
  return Length::from_points(static_cast<double>(millimetres) * 72.0 / 25.4);
}

}  // namespace garland
