// A run of lines that is no running text and must keep its line ends: code, a drawn table.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "readers/plain_text/lines.h"

namespace garland::plain {

struct Region {
  enum class Kind { Code, Table };
  Kind kind = Kind::Code;
  std::size_t first = 0;  // lines [first, last); neither end is blank
  std::size_t last = 0;
  std::string language;         // of code, where it is certain
  bool has_label = false;       // the line set apart above it names its language or kind
  std::uint32_t cut_width = 0;  // lines that end at this column were cut there; 0: none were
};

// Lines between blank ones: [first, last).
struct LineRun {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t indent = 0;  // the least of its lines
  std::size_t size() const { return last - first; }
};

// All runs, in order; lines that are left out stand in none.
std::vector<LineRun> runs_of(const std::vector<TextLine>& lines);

// The lines of a region as they stand in the source, without the white space that all of them begin
// with; each ends with "\n", and those that were cut are whole again.
std::string verbatim(const std::vector<TextLine>& lines, const Region& region);

}  // namespace garland::plain
