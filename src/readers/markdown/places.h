// Places of cmark-gfm's nodes in the file.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/source_lines.h"
#include "base/source_range.h"

namespace garland {

// Asked for the nodes of one tree in the order of the text.
class MarkdownPlaces {
 public:
  // The text begins at line `first_line` of the file, and must outlive the object.
  MarkdownPlaces(std::string_view text, std::uint32_t first_line) : lines_(text, first_line) {}

  SourceRange range_of(cmark_node* node);

  // Where a line and column of cmark-gfm's are. It counts columns in bytes, and on a paragraph's
  // later lines leaves out what stood before their text (white space, quotation marks).
  SourceRange place(int line, int column);

  // The line that cmark-gfm counts so, from 1.
  std::string_view line(int number) { return lines_.line(static_cast<std::size_t>(number)); }

 private:
  SourceLines lines_;
  cmark_node* paragraph_ = nullptr;  // whose inlines are being read
};

}  // namespace garland
