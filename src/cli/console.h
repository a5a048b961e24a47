// Printing: progress and messages to standard error, results to standard output.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "compiler/compiler.h"

namespace garland {

void print_output(std::string_view text);
void print_message(std::string_view text);

// Notes are left out when `is_quiet`.
void print_diagnostics(const Diagnostics& diagnostics, bool is_quiet);

// An error that concerns no source: "garland: error: what — help".
void print_error(const Error& error);

enum class Report { Text, Json };

// The same where nothing is built: as text, or as the only diagnostic of a report on standard
// output.
void print_fatal(const Error& error, Report report);

// Each run of text that was left out of the books, with its lines and reason.
void print_dropped(const std::vector<SourceReport>& sources);

// A line a source: the words kept and left out, and which metadata was inferred by which rule.
void print_sources(const std::vector<SourceReport>& sources);

// One line that is written over; nothing where standard error is no terminal.
class ProgressLine {
 public:
  explicit ProgressLine(bool is_wanted);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(std::string_view phase);
  void clear();

 private:
  bool is_active_;
};

}  // namespace garland
