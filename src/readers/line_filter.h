// The lines that a book description or front matter wants left out (`drop:`): whole lines, or
// "/regular expressions/".
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "readers/pattern.h"

namespace garland {

class LineFilter {
 public:
  // Reports an expression that cannot be read, with the reason, and goes on without it.
  LineFilter(const std::vector<std::string>& drop, Diagnostics& diagnostics);

  // Whether the line, white space at its ends aside, is to be left out. An expression may match any
  // part of it; "^" and "$" are its ends.
  bool matches(std::string_view line) const;

 private:
  std::unordered_set<std::string> whole_lines_;
  std::vector<Pattern> patterns_;
};

// Leaves out the paragraphs and headings whose words match as a line: for sources whose blocks are
// no lines, as a saved page's. They become Dropped where they stood.
void drop_matching_blocks(Blocks& blocks, const LineFilter& filter);

}  // namespace garland
