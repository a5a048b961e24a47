// Work on many items by several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace garland {

// The threads that `jobs` stands for: itself, or for 0 one a core.
unsigned thread_count(unsigned jobs);

// Calls `work(i)` for every i below `count`, on at most `jobs` threads (0: one a core). Items may
// run in any order, so `work` writes only to its own item; the call returns when all are done.
// The first exception, if any, is thrown again here.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace garland
