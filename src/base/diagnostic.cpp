#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kLongestSourceLine = 160;

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

// At most `limit` bytes, never a cut code point.
std::string_view cut_at_code_point(std::string_view text, std::size_t limit) {
  return text.substr(0, character_begin(text, limit));
}

// Controls of C0 and C1, and the marks and overrides of direction (Unicode annex 9, 2), with which
// a text can look other than it is.
bool is_unprintable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// One code point (or bad byte) as it is printed: itself or written out.
std::string printed(std::string_view text, std::size_t& offset) {
  const std::size_t begin = offset;
  const char32_t c = next_code_point(text, offset);
  const std::string_view bytes = text.substr(begin, offset - begin);
  if (c == kReplacementCharacter && bytes != "\xEF\xBF\xBD") {
    std::string out;
    for (const char byte : bytes) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
    }
    return out;
  }
  return is_unprintable(c) ? fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c))
                           : std::string(bytes);
}

// The source line and the caret below it. Tabs are kept in both, so that the caret stands under its
// character in any tab width.
std::string with_caret(std::string_view source_line, std::uint32_t column) {
  std::string shown;
  std::string caret;
  std::uint32_t at = 1;
  for (std::size_t offset = 0; offset < source_line.size(); ++at) {
    const bool is_tab = source_line[offset] == '\t';
    const std::string piece = is_tab ? "\t" : printed(source_line, offset);
    if (is_tab) ++offset;
    shown += piece;
    if (at < column) caret += is_tab ? "\t" : std::string(count_code_points(piece), ' ');
  }
  return "  " + shown + "\n  " + caret + "^\n";
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

void Diagnostics::use_text(std::string text) {
  own_text_ = std::move(text);
  line_starts_.clear();
}

// The line of that number, from 1, without its end; empty beyond the last.
std::string_view Diagnostics::line(std::uint32_t number) {
  const std::string_view text = own_text_ ? *own_text_ : text_;
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
      line_starts_.push_back(at + 1);
    }
  }
  if (number == 0 || number > line_starts_.size()) return {};
  const std::size_t begin = line_starts_[number - 1];
  const std::size_t next = number < line_starts_.size() ? line_starts_[number] : text.size() + 1;
  return text.substr(begin, next - 1 - begin);
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.file.empty()) diagnostic.file = file_;
  if (diagnostic.source_line.empty() && diagnostic.range.is_known() && diagnostic.file == file_) {
    diagnostic.source_line =
        cut_at_code_point(line(diagnostic.range.begin_line), kLongestSourceLine);
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

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) out += printed(text, offset);
  return out;
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
  std::string text;
  if (!diagnostic.file.empty()) {
    text += printable(diagnostic.file) + ":";
    if (diagnostic.range.is_known()) {
      text += fmt::format("{}:{}:", diagnostic.range.begin_line, diagnostic.range.begin_column);
    }
    text += ' ';
  }
  text += fmt::format("{}: {}", word_for(diagnostic.severity), printable(diagnostic.message));
  if (!diagnostic.help.empty()) text += " — " + printable(diagnostic.help);
  text += fmt::format(" [{}]\n", diagnostic.code);
  if (!diagnostic.source_line.empty()) {
    text += with_caret(diagnostic.source_line, diagnostic.range.begin_column);
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
