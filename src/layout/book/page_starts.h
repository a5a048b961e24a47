// Where the pages of a packet begin, for the e-book.
#pragma once

#include <vector>

#include "book/page_list.h"
#include "layout/page.h"

namespace garland {

// Those of the pages with words of their own, in their order.
std::vector<PageStart> page_starts(const Packet& packet);

}  // namespace garland
