// A place in a source file. Every node of the document tree and every diagnostic carries one.
#pragma once

#include <cstdint>

namespace garland {

// Lines and columns count from 1; columns count code points. The end is the last character's own
// place (inclusive). A line of 0 means that the place is not known.
struct SourceRange {
  std::uint32_t begin_line = 0;
  std::uint32_t begin_column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;

  static SourceRange at(std::uint32_t line, std::uint32_t column) {
    return {line, column, line, column};
  }
  static SourceRange lines(std::uint32_t first, std::uint32_t last) { return {first, 1, last, 1}; }
  bool is_known() const { return begin_line != 0; }
  bool operator==(const SourceRange&) const = default;
};

}  // namespace garland
