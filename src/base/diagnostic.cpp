#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace garland {
namespace {

constexpr std::size_t kLongestSourceLine = 160;

std::string_view line_of(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (std::uint32_t current = 1; current < line; ++current) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::string_view word_for(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
  }
  return "";
}

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// At most `limit` bytes, never a cut code point.
std::string_view cut_at_code_point(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && is_continuation_byte(text[limit])) --limit;
  return text.substr(0, limit);
}

// The caret's own line: tabs are kept, so that it stands under its character in any tab width.
std::string caret_line(std::string_view source_line, std::uint32_t column) {
  std::string caret;
  std::uint32_t at = 1;
  for (const char c : source_line) {
    if (is_continuation_byte(c)) continue;
    if (at++ >= column) break;
    caret += c == '\t' ? '\t' : ' ';
  }
  return caret + '^';
}

// Insertions, deletions, substitutions and swaps of neighbours (Damerau 1964, in its restricted
// form that edits no place twice), three rows of the table at a time.
std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last;
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < left.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      row[j + 1] = std::min({last[j] + (left[i] == right[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1});
      const bool is_swap = i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j];
      if (is_swap) row[j + 1] = std::min(row[j + 1], before_last[j - 1] + 1);
    }
  }
  return row.back();
}

}  // namespace

Diagnostics::Diagnostics(std::string file, std::string_view text)
    : file_(std::move(file)), text_(text) {}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.file.empty()) diagnostic.file = file_;
  if (diagnostic.source_line.empty() && diagnostic.range.is_known() && diagnostic.file == file_) {
    diagnostic.source_line =
        cut_at_code_point(line_of(text_, diagnostic.range.begin_line), kLongestSourceLine);
  }
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, SourceRange range, std::string message,
                        std::string help) {
  add({Severity::Error, std::move(code), "", range, std::move(message), std::move(help), ""});
}

void Diagnostics::warning(std::string code, SourceRange range, std::string message,
                          std::string help) {
  add({Severity::Warning, std::move(code), "", range, std::move(message), std::move(help), ""});
}

void Diagnostics::note(std::string code, SourceRange range, std::string message, std::string help) {
  add({Severity::Note, std::move(code), "", range, std::move(message), std::move(help), ""});
}

void Diagnostics::append(const Diagnostics& other) {
  items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(items_.begin(), items_.end(),
                    [severity](const Diagnostic& item) { return item.severity == severity; }));
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
  std::string text;
  if (!diagnostic.file.empty()) {
    text += diagnostic.file + ":";
    if (diagnostic.range.is_known()) {
      text += fmt::format("{}:{}:", diagnostic.range.begin_line, diagnostic.range.begin_column);
    }
    text += ' ';
  }
  text += fmt::format("{}: {}", word_for(diagnostic.severity), diagnostic.message);
  if (!diagnostic.help.empty()) text += " — " + diagnostic.help;
  text += fmt::format(" [{}]\n", diagnostic.code);
  if (!diagnostic.source_line.empty()) {
    text += "  " + diagnostic.source_line + "\n  " +
            caret_line(diagnostic.source_line, diagnostic.range.begin_column) + "\n";
  }
  return text;
}

std::string_view nearest_spelling(std::string_view word,
                                  const std::vector<std::string_view>& candidates) {
  // Longer words are no slips of the hand, and the distance costs their product.
  constexpr std::size_t kLongestWord = 64;
  if (word.size() > kLongestWord) return {};
  std::string_view nearest;
  std::size_t nearest_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < nearest_distance) {
      nearest_distance = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace garland
