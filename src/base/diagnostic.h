// What went wrong, where, and how to mend it. Phases report to a Diagnostics sink and go on; only
// cli/ prints.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_range.h"

namespace garland {

enum class Severity { Note, Warning, Error };

struct Diagnostic {
  Severity severity = Severity::Warning;
  std::string code;         // stable, kebab-case: "missing-picture"
  std::string file;         // as the user would name it; empty where no file is concerned
  SourceRange range;        // unknown where the whole file is meant
  std::string message;      // what is wrong: one clause without a final stop
  std::string help;         // how to mend it: one clause without a final stop; may be empty
  std::string source_line;  // text of range.begin_line, for the caret; may be empty
};

// One phase's messages for one file, in the order found. Not thread-safe: each source has its own,
// merged in source order afterwards.
class Diagnostics {
 public:
  // `file` is the default of every diagnostic added; `text` gives the source lines and must outlive
  // the sink's use.
  Diagnostics() = default;
  Diagnostics(std::string file, std::string_view text);

  // From here on the source lines are those of `text`: of a file as it was decoded.
  void use_text(std::string text);

  void add(Diagnostic diagnostic);
  void error(std::string code, SourceRange range, std::string message, std::string help);
  void warning(std::string code, SourceRange range, std::string message, std::string help);
  void note(std::string code, SourceRange range, std::string message, std::string help);

  // Appends the other's diagnostics unchanged.
  void append(const Diagnostics& other);

  const std::vector<Diagnostic>& items() const { return items_; }
  std::size_t count(Severity severity) const;

 private:
  std::string_view line(std::uint32_t number);

  std::string file_;
  std::string_view text_;
  std::optional<std::string> own_text_;   // given by use_text; it replaces text_
  std::vector<std::size_t> line_starts_;  // found when the first line is asked for
  std::vector<Diagnostic> items_;
};

// Text that is safe to show on a terminal: control characters and signs that turn the direction of
// writing round are written out ("\u{1b}"), bytes that are no UTF-8 too ("\xff").
std::string printable(std::string_view text);

// "path:line:column: warning: what — how to mend it [code]", then the source line and a caret where
// they are known, all of it printable. Ends with a line end.
std::string format_diagnostic(const Diagnostic& diagnostic);

// The nearest candidate by edit distance (at most a third of the word's length), or an empty view.
// Takes the misspelt word; gives "did you mean" material.
std::string_view nearest_spelling(std::string_view word,
                                  const std::vector<std::string_view>& candidates);

}  // namespace garland
