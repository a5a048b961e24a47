// Looking a word up in a small table.
#pragma once

#include <algorithm>
#include <string_view>

namespace garland {

// Takes any list of words; time in proportion to its length.
template <typename Table>
bool contains(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

}  // namespace garland
