#include "cli/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "compiler/report.h"

namespace garland {

void print_output(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void print_message(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void print_diagnostics(const Diagnostics& diagnostics, bool is_quiet) {
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (is_quiet && diagnostic.severity == Severity::Note) continue;
    print_message(format_diagnostic(diagnostic));
  }
}

void print_error(const Error& error) {
  const std::string help = error.help.empty() ? "" : " — " + error.help;
  print_message(fmt::format("garland: error: {}\n", printable(error.message + help)));
}

void print_fatal(const Error& error, Report report) {
  if (report == Report::Text) return print_error(error);
  Diagnostics diagnostics;
  diagnostics.error("nothing-built", error.range, error.message, error.help);
  print_output(write_json(diagnostics_value(diagnostics)) + "\n");
}

void print_dropped(const std::vector<SourceReport>& sources) {
  for (const SourceReport& source : sources) {
    for (const SourceReport::DroppedRun& run : source.dropped) {
      const std::string first_line = run.text.substr(0, run.text.find('\n'));
      print_message(fmt::format("{}:{}-{}: left out: “{}” ({})\n", printable(source.path),
                                run.range.begin_line, run.range.end_line, printable(first_line),
                                printable(run.reason)));
    }
  }
}

void print_sources(const std::vector<SourceReport>& sources) {
  for (const SourceReport& source : sources) {
    std::string inferred;
    for (const SourceReport::Fact& fact : source.facts) {
      if (fact.origin != Origin::Inferred) continue;
      inferred += fmt::format("{}{}{}", inferred.empty() ? "; inferred: " : ", ", fact.name,
                              fact.rule.empty() ? "" : " (" + fact.rule + ")");
    }
    print_message(
        printable(fmt::format("{}: {} words kept, {} left out{}{}", source.path, source.words.kept,
                              source.words.dropped, share_in_words(source.words), inferred)) +
        "\n");
  }
}

ProgressLine::ProgressLine(bool is_wanted)
    : is_active_(is_wanted && ::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(std::string_view phase) {
  if (is_active_) print_message(fmt::format("\r\x1B[K{} …", phase));
}

void ProgressLine::clear() {
  if (is_active_) print_message("\r\x1B[K");
}

}  // namespace garland
