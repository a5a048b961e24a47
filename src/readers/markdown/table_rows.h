// Rows of GitHub's tables.
#pragma once

#include <cstddef>
#include <string_view>

namespace garland {

// What stands in a row's line behind as many cells as the table has columns, and is left out of the
// table (GitHub Flavored Markdown, 4.10); empty where nothing does. Points into `line`.
std::string_view surplus_cells(std::string_view line, std::size_t columns);

}  // namespace garland
