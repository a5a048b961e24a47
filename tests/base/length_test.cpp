#include "base/length.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("lengths add without rounding") {
  CHECK((10.5_pt + 3_pt).points() == 13.5);
  CHECK((0.1_pt + 0.2_pt) == (0.2_pt + 0.1_pt));
  CHECK((25.4_mm).points() == doctest::Approx(72.0));
}

TEST_CASE("scaling rounds to the nearest unit") {
  CHECK(Length::from_units(3).scaled(0.5).units() == 2);
  CHECK(Length::from_units(-3).scaled(0.5).units() == -2);
}
