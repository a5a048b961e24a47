// First step of the plain-text reader: the source as lines with their measures. Everything after it
// speaks of lines by index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source_range.h"

namespace garland::plain {

// What cleaning took out of a line: a mark of the program that rendered the page.
struct Cut {
  std::uint32_t offset = 0;   // in the cleaned text, bytes: where it was
  std::uint32_t columns = 0;  // how many of the source's it took
  std::uint32_t link = 0;     // number of the link that begins there; 0 for none
};

// Shows where a word may be divided; at the end of a line it has been.
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

struct TextLine {
  std::string_view text;     // without the white space at both ends; of the source, until cleaned
  std::string_view raw;      // the whole line as in the source
  std::uint32_t number = 0;  // in the source, from 1
  std::uint32_t indent = 0;  // columns of white space before the text; tabs go to every 4th
  std::uint32_t begin_column = 1;  // of the text's first character, in code points
  std::uint32_t width = 0;         // of the text, in code points
  std::string_view reason_to_go;   // by a wish, or as a mark; empty where it stays
  std::uint32_t link_words = 0;    // words that are known to have been a link's
  int told_level = 0;              // of a heading, by the rendering program's own marks
  bool is_quoted = false;          // began with ">", which is taken off
  bool must_stay = false;          // by a wish: nothing is taken out of it
  bool is_in_region = false;       // of code or a drawn table: keeps its line end
  std::vector<Cut> cuts;           // ascending

  bool is_blank() const { return text.empty(); }
  bool is_left_out() const { return !reason_to_go.empty(); }
  // Columns from the left edge to the text's end.
  std::uint32_t extent() const { return indent + width; }
};

// Requires "\n" line ends. `first_number` is the number of the first line. The views are of `text`.
std::vector<TextLine> split_lines(std::string_view text, std::uint32_t first_number);

// From the first character of one line to the last of another.
SourceRange range_of(const TextLine& first, const TextLine& last);

}  // namespace garland::plain
