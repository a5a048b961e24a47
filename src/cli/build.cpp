#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <system_error>
#include <vector>

#include "base/files.h"
#include "base/value.h"
#include "cli/commands.h"
#include "cli/compile_options.h"
#include "cli/console.h"
#include "cli/installation.h"
#include "compiler/compiler.h"
#include "compiler/report.h"

namespace garland {
namespace fs = std::filesystem;
namespace {

// Books larger than this are compared with nothing.
constexpr std::uint64_t kMaxOldOutputBytes = 1ULL << 30;

Result<WrittenOutput> write_output(const fs::path& folder, const Output& output) {
  const fs::path path = folder / output.name;
  WrittenOutput written{readable_name(path.string()),
                        output.bytes.size(),
                        output.page_count,
                        output.sheet_count,
                        false,
                        output.shops};
  const Result<std::string> old = read_file(path, kMaxOldOutputBytes);
  written.is_unchanged = old && *old == output.bytes;
  if (!written.is_unchanged) {
    if (const Status status = write_file_atomically(path, output.bytes); !status) {
      return status.error();
    }
  }
  return written;
}

Status make_output_folder(const fs::path& folder) {
  std::error_code trouble;
  fs::create_directories(folder, trouble);
  if (!trouble && fs::is_directory(folder, trouble)) return Done{};
  return Error{fmt::format("the output folder {} cannot be made: {}", folder.string(),
                           trouble ? trouble.message() : "there is a file of that name"),
               "name another with -o",
               {}};
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string summary(const std::vector<WrittenOutput>& outputs, const Diagnostics& diagnostics,
                    std::size_t article_count) {
  std::string text;
  for (const WrittenOutput& output : outputs) {
    text += fmt::format("{}: {} kB", output.path, (output.byte_count + 999) / 1000);
    if (output.page_count > 0) text += ", " + counted(output.page_count, "page");
    if (output.sheet_count > 0) text += ", " + counted(output.sheet_count, "sheet");
    if (output.shops) text += ", fits " + in_words(*output.shops);
    text += output.is_unchanged ? " (unchanged)\n" : "\n";
  }
  const std::size_t errors = diagnostics.count(Severity::Error);
  const std::size_t warnings = diagnostics.count(Severity::Warning);
  return text + fmt::format("{}, {}, {}\n", counted(article_count, "source"),
                            counted(errors, "error"), counted(warnings, "warning"));
}

int status_of(const Diagnostics& diagnostics, bool is_strict) {
  if (diagnostics.count(Severity::Error) > 0) return kBuiltWithErrors;
  if (is_strict && diagnostics.count(Severity::Warning) > 0) return kBuiltWithErrors;
  return kFine;
}

// One run of the compiler and what came of it.
struct Run {
  Diagnostics diagnostics;
  Result<Compilation> compilation = Error{};
};

Run run_compiler(const BuildArguments& arguments, const DiskFolder& folder,
                 const Installation& installation) {
  Run run;
  ProgressLine progress(!arguments.is_quiet && !arguments.wants_json);
  CompileOptions options = compile_options(arguments, installation);
  options.on_phase = [&progress](std::string_view phase) { progress.show(phase); };
  run.compilation = compile(folder, options, run.diagnostics);
  return run;
}

int report_nothing_built(const BuildArguments& arguments, Run& run) {
  const Error& error = run.compilation.error();
  if (arguments.wants_json) {
    run.diagnostics.error("nothing-built", error.range, error.message, error.help);
    print_output(write_json(diagnostics_value(run.diagnostics)) + "\n");
  } else {
    print_diagnostics(run.diagnostics, arguments.is_quiet);
    print_error(error);
  }
  return kNothingBuilt;
}

void report_run(const BuildArguments& arguments, const Run& run,
                const std::vector<WrittenOutput>& outputs) {
  const Compilation& compilation = *run.compilation;
  if (arguments.wants_json) {
    print_output(write_json(report_value(compilation, run.diagnostics, outputs)) + "\n");
    return;
  }
  print_diagnostics(run.diagnostics, arguments.is_quiet);
  if (arguments.is_quiet) return;
  print_dropped(compilation.sources);
  print_sources(compilation.sources);
  print_message(summary(outputs, run.diagnostics, compilation.sources.size()));
}

void write_one(const BuildArguments& arguments, const Output& output, Run& run,
               std::vector<WrittenOutput>& outputs) {
  Result<WrittenOutput> written = write_output(arguments.output_folder, output);
  if (written) {
    outputs.push_back(std::move(*written));
  } else {
    run.diagnostics.error("unwritable-output", {}, written.error().message, written.error().help);
  }
}

// The books, and the report page beside them when there is any.
std::vector<WrittenOutput> write_outputs(const BuildArguments& arguments, Run& run) {
  std::vector<WrittenOutput> outputs;
  for (const Output& book : run.compilation->outputs) write_one(arguments, book, run, outputs);
  if (!outputs.empty()) write_one(arguments, run.compilation->report_page, run, outputs);
  return outputs;
}

enum class Purpose { Build, Check };

int build_or_check(const BuildArguments& arguments, Purpose purpose) {
  const Report report = arguments.wants_json ? Report::Json : Report::Text;
  const Result<DiskFolder> folder = DiskFolder::open(arguments.folder);
  if (!folder) return print_fatal(folder.error(), report), kWrongUsage;
  const Result<Installation> installation = find_installation();
  if (!installation) return print_fatal(installation.error(), report), kNothingBuilt;
  if (const Status style = check_style(arguments, *installation); !style) {
    return print_fatal(style.error(), report), kWrongUsage;
  }
  if (purpose == Purpose::Build) {
    const Status made = make_output_folder(arguments.output_folder);
    if (!made) return print_fatal(made.error(), report), kNothingBuilt;
  }
  Run run = run_compiler(arguments, *folder, *installation);
  if (!run.compilation) return report_nothing_built(arguments, run);
  std::vector<WrittenOutput> outputs;
  if (purpose == Purpose::Build) outputs = write_outputs(arguments, run);
  report_run(arguments, run, outputs);
  if (purpose == Purpose::Build && outputs.empty()) return kNothingBuilt;
  return status_of(run.diagnostics, arguments.is_strict);
}

}  // namespace

int run_build(const BuildArguments& arguments) { return build_or_check(arguments, Purpose::Build); }

int run_check(const BuildArguments& arguments) { return build_or_check(arguments, Purpose::Check); }

}  // namespace garland
