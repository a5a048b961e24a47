#include "base/parallel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
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

TEST_CASE("no more threads work at once than are wanted") {
  CHECK(thread_count(0) >= 1);
  CHECK(thread_count(3) == 3);
  // Three items wait for each other, then a while for a fourth, which is not to begin.
  std::mutex mutex;
  std::condition_variable changed;
  int running = 0;
  int most = 0;
  parallel_for(4, 3, [&](std::size_t) {
    std::unique_lock lock(mutex);
    most = std::max(most, ++running);
    changed.notify_all();
    changed.wait_for(lock, std::chrono::seconds(10), [&] { return most >= 3; });
    changed.wait_for(lock, std::chrono::milliseconds(50), [&] { return most > 3; });
    --running;
  });
  CHECK(most == 3);
}

TEST_CASE("an exception of an item reaches the caller") {
  CHECK_THROWS_AS(parallel_for(10, 3,
                               [](std::size_t i) {
                                 if (i == 4) throw std::runtime_error("four");
                               }),
                  std::runtime_error);
}
