// What would save pages: the packet laid out again with other settings.
#pragma once

#include <string>
#include <vector>

#include "base/value.h"
#include "compiler/budget.h"
#include "compiler/compiler.h"

namespace garland {

struct BudgetVariant {
  std::string what;     // "type half a point smaller"
  std::string setting;  // as it stands under `pdf:`: "size: 10pt"
  PageBudget budget;
};

struct BudgetReport {
  std::string title;
  PageBudget budget;  // as the book is described
  std::vector<BudgetVariant> variants;
};

// Lays the packet out as it is described and once for every variant that the theme leaves room for;
// writes nothing. Errors: as of compile().
Result<BudgetReport> report_budget(const Folder& folder, const CompileOptions& options,
                                   Diagnostics& diagnostics);

// For people: a line a part, then a line a variant.
std::string budget_text(const BudgetReport& report);

// For programs.
Value budget_report_value(const BudgetReport& report, const Diagnostics& diagnostics);

}  // namespace garland
