// Lines of Markdown before it is parsed: their prefixes, and which of them are fenced code.
#pragma once

#include <cstddef>
#include <string_view>

namespace garland {

// Quotation marks and spaces before a line's own text.
std::string_view container_prefix(std::string_view line);

// Follows the fences of code blocks from line to line.
class FenceTracker {
 public:
  // Whether this line is code or one of its fences.
  bool is_code(std::string_view line);

 private:
  char sign_ = 0;
  std::size_t length_ = 0;  // of the open fence; 0 outside of code
};

}  // namespace garland
