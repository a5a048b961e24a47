// Texts line by line.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace garland {

// What stands from the offset to the line's end, without that. Requires an offset in the text or at
// its end.
inline std::string_view line_at(std::string_view text, std::size_t offset) {
  return text.substr(offset, std::min(text.find('\n', offset), text.size()) - offset);
}

}  // namespace garland
