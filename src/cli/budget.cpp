#include "base/files.h"
#include "base/value.h"
#include "cli/commands.h"
#include "cli/compile_options.h"
#include "cli/console.h"
#include "cli/installation.h"
#include "compiler/budget_report.h"

namespace garland {
namespace {

Result<BudgetReport> make_report(const BuildArguments& arguments, const DiskFolder& folder,
                                 const Installation& installation, Diagnostics& diagnostics) {
  ProgressLine progress(!arguments.is_quiet && !arguments.wants_json);
  CompileOptions options = compile_options(arguments, installation);
  options.on_phase = [&progress](std::string_view phase) { progress.show(phase); };
  return report_budget(folder, options, diagnostics);
}

}  // namespace

int run_budget(const BuildArguments& arguments) {
  const Report form = arguments.wants_json ? Report::Json : Report::Text;
  const Result<DiskFolder> folder = DiskFolder::open(arguments.folder);
  if (!folder) return print_fatal(folder.error(), form), kWrongUsage;
  const Result<Installation> installation = find_installation();
  if (!installation) return print_fatal(installation.error(), form), kNothingBuilt;
  if (const Status style = check_style(arguments, *installation); !style) {
    return print_fatal(style.error(), form), kWrongUsage;
  }
  Diagnostics diagnostics;
  const Result<BudgetReport> report = make_report(arguments, *folder, *installation, diagnostics);
  if (!report) return print_fatal(report.error(), form), kNothingBuilt;
  if (arguments.wants_json) {
    print_output(write_json(budget_report_value(*report, diagnostics)) + "\n");
  } else {
    print_diagnostics(diagnostics, arguments.is_quiet);
    print_output(budget_text(*report));
  }
  return diagnostics.count(Severity::Error) > 0 ? kBuiltWithErrors : kFine;
}

}  // namespace garland
