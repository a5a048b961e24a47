// Passes: Document to Document, each one pair of files and one line in pipeline.cpp. A pass loses
// no text and does nothing the second time.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

struct Pass {
  std::string_view name;
  void (*run)(Document& document, Diagnostics& diagnostics);
};

// The passes in the order in which they run.
const std::vector<Pass>& passes();

// Runs them all. In debug builds the tree is checked after each (document/check.h).
void run_passes(Document& document, Diagnostics& diagnostics);

}  // namespace garland
