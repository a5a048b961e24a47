#include "base/parallel.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

using namespace garland;

TEST_CASE("every item is worked on once, whatever the number of threads") {
  for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
    std::vector<int> visits(1000, 0);
    parallel_for(visits.size(), jobs, [&](std::size_t i) { ++visits[i]; });
    CHECK(visits == std::vector<int>(1000, 1));
  }
}

TEST_CASE("an exception of an item reaches the caller") {
  CHECK_THROWS_AS(parallel_for(10, 3,
                               [](std::size_t i) {
                                 if (i == 4) throw std::runtime_error("four");
                               }),
                  std::runtime_error);
}
