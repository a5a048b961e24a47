// The build report: what was read, inferred, left out, warned of and written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/value.h"
#include "compiler/compiler.h"

namespace garland {

// Where an output was put.
struct WrittenOutput {
  std::string path;
  std::size_t byte_count = 0;
  std::size_t page_count = 0;
  std::size_t sheet_count = 0;
  bool is_unchanged = false;                              // the file had these very bytes already
  std::optional<std::vector<Shop>> shops = std::nullopt;  // that take the e-book as it is
};

// The machine-readable report: sources, inferences, diagnostics, outputs, timings.
Value report_value(const Compilation& compilation, const Diagnostics& diagnostics,
                   const std::vector<WrittenOutput>& outputs);

// Where the packet's pages go.
Value budget_value(const PageBudget& budget);

// Diagnostics alone, for runs that built nothing.
Value diagnostics_value(const Diagnostics& diagnostics);

}  // namespace garland
