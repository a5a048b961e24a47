// The rules of the tree: which kind may hold which, and what must be unique.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace garland {

// One sentence for each rule broken, empty for a sound tree: no empty text nodes, heading levels 1
// to 6, every note mark has its note and labels are unique, ids are unique, no list without items,
// no link inside a link, tables as wide as their columns, nesting within kMaxNesting.
std::vector<std::string> check(const Document& document);

}  // namespace garland
