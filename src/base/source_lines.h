// Where the characters of a text stand: byte offsets to lines and columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source_range.h"

namespace garland {

// Lines and columns of a text, each found in constant time.
class SourceLines {
 public:
  // `text` must outlive this; its first line is line `first_line` of the file.
  SourceLines(std::string_view text, std::uint32_t first_line);

  // Line and column (in code points) of the byte at `offset`, as a range of one place.
  SourceRange at_offset(std::size_t offset) const;
  // The column in code points of the byte at `byte_column` (from 1) of the text's n-th line (from
  // 1). Beyond the line's end gives its last place.
  std::uint32_t column(std::size_t line, std::size_t byte_column) const;
  // The n-th line (from 1) without its end; empty beyond the last.
  std::string_view line(std::size_t number) const;
  std::uint32_t first_line() const { return first_line_; }

 private:
  // Code points that begin before `offset`.
  std::size_t code_points_before(std::size_t offset) const;
  // The index in starts_ of the line that holds the byte at `offset`.
  std::size_t line_index(std::size_t offset) const;

  std::string_view text_;
  std::uint32_t first_line_;
  std::vector<std::size_t> starts_;
  // Of each block of kBlockSize bytes: code points before it, and the line in which it begins.
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> lines_;
};

}  // namespace garland
