// The tree as rows for people: what stands where, what was inferred and what was left out, each in
// its place with the reason. Made for outline() alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"

namespace garland {

struct OutlineRow {
  SourceRange range;
  int depth = 0;
  std::string label;                 // "heading 2", "list", "left out"
  std::string words;                 // how it begins, whole
  std::vector<std::string> reasons;  // of inferences about it, and why it was left out
  std::string dropped_text;          // as in the source
  bool is_dropped = false;
};

// In the order of the source. Inferences that a piece of metadata tells by itself are left out; one
// about nothing in the tree is a row of its own.
std::vector<OutlineRow> outline_rows(const Document& document);

}  // namespace garland
