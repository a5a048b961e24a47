// entry   = "@" type ("{" | "(") key "," { field "=" value "," } ("}" | ")")
// value   = piece { "#" piece }
// piece   = "{" balanced "}" | '"' balanced '"' | number | macro
#include "references/bibtex_parser.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

constexpr std::string_view kNameEnds = " \t\r\n{}(),=#\"%@";

constexpr std::size_t kMostFaults = 50;          // listed
constexpr std::size_t kMostExpanded = 32 << 20;  // bytes

class BibtexParser {
 public:
  BibtexParser(std::string_view text, Diagnostics& diagnostics)
      : text_(text), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      macros_[std::string(kMonths.at(i))] = std::to_string(i + 1);
    }
  }

  std::vector<BibtexEntry> parse() {
    while (find_entry()) parse_entry();
    return std::move(entries_);
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  void advance() {
    if (text_[at_] == '\n') ++line_;
    ++at_;
  }
  void skip_spaces() {
    while (!at_end() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) {
      advance();
    }
  }
  bool take(char c) {
    skip_spaces();
    if (peek() != c) return false;
    advance();
    return true;
  }
  bool fail(std::string message) {
    ++fault_count_;
    if (fault_count_ == kMostFaults) message += "; further broken entries are not listed";
    if (fault_count_ > kMostFaults) return false;
    diagnostics_.error("broken-bibliography", SourceRange::at(line_, 1), std::move(message),
                       "mend the entry; those after it are read");
    return false;
  }

  // Whether a line begins here, and with it an entry: "@type{".
  bool is_entry_line() const {
    if (peek() != '@' || at_ == 0 || text_[at_ - 1] != '\n') return false;
    const std::size_t type_end = text_.find_first_of(kNameEnds, at_ + 1);
    const std::size_t sign = std::min(text_.find_first_not_of(" \t", type_end), text_.size());
    return type_end > at_ + 1 && sign < text_.size() && (text_[sign] == '{' || text_[sign] == '(');
  }

  // Text outside of entries is a comment.
  bool find_entry() {
    while (!at_end() && peek() != '@') advance();
    return !at_end();
  }

  // After a fault: on to the next line that begins an entry.
  void recover() {
    while (!at_end() && !is_entry_line()) advance();
  }

  std::string name() {
    skip_spaces();
    const std::size_t begin = at_;
    while (!at_end() && kNameEnds.find(peek()) == std::string_view::npos) advance();
    return std::string(text_.substr(begin, at_ - begin));
  }

  void parse_entry() {
    BibtexEntry entry;
    entry.line = line_;
    advance();  // the "@"
    entry.type = to_lower(name());
    if (entry.type == "comment") return;  // what follows is skipped as text between entries
    const bool has_paren = take('(');
    if (!has_paren && !take('{')) return;  // an address in a comment: "me@example.org"
    const char close = has_paren ? ')' : '}';
    bool is_whole = true;
    if (entry.type == "preamble") {
      std::string ignored;
      is_whole = value(ignored) && (take(close) || fail("this @preamble does not end"));
    } else {
      is_whole = parse_fields(entry, close);
    }
    if (!is_whole) recover();
  }

  bool parse_fields(BibtexEntry& entry, char close) {
    if (entry.type != "string") {
      entry.key = key(close);
      if (entry.key.empty()) return fail(fmt::format("this @{} has no key", entry.type));
      if (!take(',') && peek() != close) {
        return fail(fmt::format("expected a comma after the key “{}”", entry.key));
      }
    }
    while (!take(close)) {
      if (at_end()) return fail(fmt::format("the entry “{}” does not end", entry.key));
      std::string field = to_lower(name());
      std::string text;
      if (field.empty() || !take('=')) {
        return fail(fmt::format("expected “field = value” in the entry “{}”", entry.key));
      }
      if (!value(text)) return false;
      entry.fields.emplace_back(std::move(field), std::move(text));
      if (!take(',') && peek() != close) {
        return fail(
            fmt::format("expected a comma or “{}” after a field of “{}”", close, entry.key));
      }
    }
    keep(std::move(entry));
    return true;
  }

  std::string key(char close) {
    skip_spaces();
    const std::size_t begin = at_;
    while (!at_end() && peek() != ',' && peek() != close && peek() != '\n') advance();
    return std::string(trim(text_.substr(begin, at_ - begin)));
  }

  void keep(BibtexEntry entry) {
    if (entry.type == "string") {
      for (auto& [macro, text] : entry.fields) macros_[macro] = std::move(text);
    } else {
      entries_.push_back(std::move(entry));
    }
  }

  bool value(std::string& text) {
    do {
      skip_spaces();
      if (peek() == '{') {
        if (!balanced('}', text)) return false;
      } else if (peek() == '"') {
        if (!balanced('"', text)) return false;
      } else {
        const std::string word = name();
        if (word.empty()) return fail("expected a value in braces or quotation marks");
        if (!expand(word, text)) return false;
      }
    } while (take('#'));
    return true;
  }

  // The text up to `close`, with braces in pairs. It goes no further than to a line that begins an
  // entry, where parsing goes on: each byte is looked at only once after a fault.
  bool balanced(char close, std::string& text) {
    const std::uint32_t first_line = line_;
    advance();
    const std::size_t begin = at_;
    std::size_t depth = 0;
    while (!at_end() && !is_entry_line()) {
      const char c = peek();
      if (c == close && depth == 0) {
        text += text_.substr(begin, at_ - begin);
        advance();
        return true;
      }
      if (c == '\\' && at_ + 1 < text_.size())
        advance();
      else if (c == '{')
        ++depth;
      else if (c == '}' && depth > 0)
        --depth;
      advance();
    }
    line_ = first_line;  // the fault is where the value began
    at_ = begin;
    return fail("this value does not end");
  }

  // Appends a number, or what a macro stands for; an unknown macro is kept as its name. Macros made
  // of macros grow without bound, so all that they add is counted.
  bool expand(const std::string& word, std::string& text) {
    const bool is_number = word.find_first_not_of("0123456789") == std::string::npos;
    const auto macro = macros_.find(to_lower(word));
    if (is_number || macro == macros_.end()) {
      if (!is_number) report_unknown(word);
      text += word;
      return true;
    }
    expanded_ += macro->second.size();
    if (expanded_ > kMostExpanded) return fail("the @string macros of this file grow too large");
    text += macro->second;
    return true;
  }

  void report_unknown(const std::string& macro) {
    constexpr std::size_t kMostReported = 50;
    if (!reported_.insert(macro).second || reported_.size() > kMostReported) return;
    diagnostics_.warning("unknown-macro", SourceRange::at(line_, 1),
                         fmt::format("no @string says what “{}” stands for", macro),
                         "add one, or put the words in braces; the name itself is printed");
  }

  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::map<std::string, std::string> macros_;
  std::size_t fault_count_ = 0;
  std::size_t expanded_ = 0;        // bytes that macros have put into values
  std::set<std::string> reported_;  // unknown macros
  std::vector<BibtexEntry> entries_;
};

}  // namespace

std::string_view BibtexEntry::field(std::string_view name) const {
  for (const auto& [field_name, text] : fields) {
    if (field_name == name) return text;
  }
  return {};
}

std::vector<BibtexEntry> parse_bibtex(std::string_view text, Diagnostics& diagnostics) {
  return BibtexParser(text, diagnostics).parse();
}

}  // namespace garland
