#include "base/yaml_quotes.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/lines.h"

namespace garland {
namespace {

struct Quote {
  char sign = 0;
  std::size_t offset = 0;  // in its line
};

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

// "key:" or "- " at the line's head. Other lines at the margin go on with a quotation in the eyes
// of people and of yaml-cpp, if not of the specification.
bool opens_entry(std::string_view line) {
  const std::size_t begin = indent_of(line);
  if (line.substr(begin).starts_with("- ")) return true;
  const std::size_t end = line.find_first_not_of(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", begin);
  return end != line.npos && end > begin && line[end] == ':' &&
         (end + 1 == line.size() || line[end + 1] == ' ' || line[end + 1] == '\r');
}

// The offset behind the mark that ends a quotation whose text goes on at `at`; npos where the line
// ends first.
std::size_t quote_end(std::string_view line, std::size_t at, char sign) {
  for (; at < line.size(); ++at) {
    if (sign == '"' && line[at] == '\\') {
      ++at;
    } else if (line[at] == sign) {
      if (sign != '\'' || at + 1 >= line.size() || line[at + 1] != '\'') return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

// Where the value of "key: value" or "- value" begins; npos for other lines, and for entries that
// hold no value of their own.
std::size_t value_offset(std::string_view line) {
  std::size_t at = indent_of(line);
  while (at + 1 < line.size() && line[at] == '-' && line[at + 1] == ' ') {
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  }
  const std::size_t first = at;
  if (first >= line.size() || line[first] == '#') return line.npos;
  if (line[first] == '"' || line[first] == '\'') {
    const std::size_t end = quote_end(line, first + 1, line[first]);
    if (end == line.npos || end >= line.size() || line[end] != ':') return first;
    at = end;
  } else {
    at = line.find(": ", first);
    if (at == line.npos) return line.npos;
  }
  return std::min(line.find_first_not_of(' ', at + 1), line.size());
}

// A quotation that the line's value begins with and does not end.
std::optional<Quote> open_quote(std::string_view line) {
  const std::size_t at = value_offset(line);
  if (at >= line.size() || (line[at] != '"' && line[at] != '\'')) return std::nullopt;
  if (quote_end(line, at + 1, line[at]) != line.npos) return std::nullopt;
  return Quote{line[at], at};
}

// "key: |", "- >-": the deeper lines below are text.
bool opens_block_scalar(std::string_view line) {
  const std::size_t at = value_offset(line);
  return at < line.size() && (line[at] == '|' || line[at] == '>');
}

class QuoteCloser {
 public:
  QuoteCloser(std::string_view text, std::vector<Error>& found) : text_(text), found_(found) {}

  std::string run() {
    for (std::size_t offset = 0; offset < text_.size(); ++number_) {
      const std::string_view line = line_at(text_, offset);
      append(line, offset + line.size() + 1);
      offset += line.size();
      if (offset < text_.size()) out_ += text_[offset++];
    }
    return std::move(out_);
  }

 private:
  void append(std::string_view line, std::size_t next) {
    const std::size_t indent = indent_of(line);
    if (in_quote_) {
      // Its lines were looked at when it was found to end.
      in_quote_ = next < quote_until_;
      out_ += line;
      return;
    }
    if (block_indent_ && (is_blank(line) || indent > *block_indent_)) {
      out_ += line;
      return;
    }
    block_indent_.reset();
    out_ += line;
    if (opens_block_scalar(line)) {
      block_indent_ = indent;
    } else if (const std::optional<Quote> quote = open_quote(line)) {
      const std::size_t end = end_below(next, indent, quote->sign);
      if (end != std::string_view::npos) {
        quote_until_ = end;
        in_quote_ = true;
      } else {
        close(line, *quote);
      }
    }
  }

  void close(std::string_view line, const Quote& quote) {
    found_.push_back({"a quotation mark has no end", "end the value with the same mark",
                      SourceRange::at(number_, static_cast<std::uint32_t>(quote.offset + 1))});
    const std::size_t kept = line.find_last_not_of(" \t\r") + 1;
    out_.resize(out_.size() - (line.size() - kept));
    const std::size_t marks = kept - (line.find_last_not_of('\\', kept - 1) + 1);
    if (quote.sign == '"' && marks % 2 == 1) out_ += '\\';  // else the mark would be escaped
    out_ += quote.sign;
  }

  // The offset behind the last line of a quotation that goes on at `offset`; npos when a line
  // stands in the way that cannot belong to it.
  std::size_t end_below(std::size_t offset, std::size_t indent, char sign) const {
    while (offset < text_.size()) {
      const std::string_view line = line_at(text_, offset);
      if (!is_blank(line)) {
        if (indent_of(line) <= indent && opens_entry(line)) return std::string_view::npos;
        if (quote_end(line, 0, sign) != std::string_view::npos) return offset + line.size() + 1;
      }
      offset += line.size() + 1;
    }
    return std::string_view::npos;
  }

  std::string_view text_;
  std::vector<Error>& found_;
  std::string out_;
  std::uint32_t number_ = 1;
  std::optional<std::size_t> block_indent_;  // of the entry whose text is being passed over
  bool in_quote_ = false;
  std::size_t quote_until_ = 0;
};

}  // namespace

std::string close_open_quotes(std::string_view text, std::vector<Error>& found) {
  return QuoteCloser(text, found).run();
}

}  // namespace garland
