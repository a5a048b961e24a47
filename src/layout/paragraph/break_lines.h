// The best line ends of a paragraph by total fit (Knuth and Plass 1981; TeX: The Program, part 38).
// Cost: linear in the breakpoints that a line can hold, times the lines of another measure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/paragraph/breakpoints.h"

namespace garland {

struct LineBreakOptions {
  Length measure;
  // Of the lines after the first breakpoint, at least one; those behind them have `measure`.
  std::vector<Length> first_measures;
  bool is_ragged = false;      // lines are not stretched to the measure
  Length ragged_allowance;     // by how much a ragged line may fall short at badness 100
  Length shortest_last_line;   // a shorter one below others costs, and is not within a tolerance
  int tolerance = 100;         // worst badness of a line; kAnyBadness: there is always an answer
  std::size_t line_count = 0;  // so many lines, or no answer; 0: as many as are best
};

// Badness is 100 times the cube of the ratio of stretch needed to stretch there is.
constexpr int kAnyBadness = 1000000;

// Indices of breakpoints where the lines end, ascending, the last breakpoint among them; none when
// no set of lines is within the tolerance, or none of so many lines. Requires at least two
// breakpoints.
std::vector<std::uint32_t> break_lines(const std::vector<Breakpoint>& breakpoints,
                                       const LineBreakOptions& options);

}  // namespace garland
