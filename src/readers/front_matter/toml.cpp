#include "readers/front_matter/toml.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/lines.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kMostTomlBytes = std::size_t{64} * 1024;
constexpr std::string_view kDefinition = "@def ";
constexpr std::string_view kLongString = "\"\"\"";

// Whether a value that begins on this line goes on below it.
bool goes_on(std::string_view text) {
  std::size_t quotes = 0;
  for (std::size_t at = text.find(kLongString); at != text.npos;
       at = text.find(kLongString, at + 3))
    ++quotes;
  if (quotes % 2 == 1) return true;
  const std::size_t sign = text.find('=');
  const std::string_view value =
      sign == text.npos ? std::string_view{} : trim(text.substr(sign + 1));
  return value.starts_with('[') && !value.ends_with(']');
}

// The end of the entry that begins at `offset`: behind its last line's end.
std::size_t entry_end(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  do {
    end = std::min(end + line_at(text, end).size() + 1, text.size());
  } while (end < text.size() && goes_on(text.substr(offset, end - offset)));
  return end;
}

// "Date(2024, 5, 1)" as "2024-05-01"; empty for anything else.
std::string date_of(std::string_view value) {
  if (!value.starts_with("Date(") || !value.ends_with(')')) return {};
  std::string date;
  for (std::string_view rest = value.substr(5, value.size() - 6); !rest.empty();) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view number = trim(rest.substr(0, comma));
    if (number.empty() || number.find_first_not_of("0123456789") != number.npos) return {};
    if (!date.empty()) date += '-';
    if (number.size() == 1) date += '0';
    date += number;
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return date;
}

class TomlMender {
 public:
  explicit TomlMender(std::string_view text) : text_(text) { made_.value = Value::make_map(); }

  MendedToml run() {
    for (std::size_t offset = 0; offset < text_.size();) {
      const std::string_view own = trim(line_at(text_, offset));
      std::size_t end = std::min(offset + line_at(text_, offset).size() + 1, text_.size());
      if (own.starts_with('[')) {
        end = table_end(end);
        read(offset, end);
      } else if (!own.empty() && !own.starts_with('#')) {
        end = entry_end(text_, offset);
        read(offset, end);
      }
      line_ += static_cast<std::size_t>(
          std::count(text_.begin() + static_cast<std::ptrdiff_t>(offset),
                     text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
      offset = end;
    }
    return std::move(made_);
  }

 private:
  std::size_t table_end(std::size_t offset) const {
    while (offset < text_.size() && !trim(line_at(text_, offset)).starts_with('[')) {
      offset = std::min(offset + line_at(text_, offset).size() + 1, text_.size());
    }
    return offset;
  }

  // Blank lines before the piece give its places the file's own lines.
  void read(std::size_t begin, std::size_t end) {
    const std::string_view piece = text_.substr(begin, end - begin);
    Result<Value> value = parse_toml(std::string(line_, '\n').append(piece));
    if (value.ok()) {
      for (auto& [key, entry] : value->map) add(key, std::move(entry));
      return;
    }
    const std::size_t sign = std::min(piece.find('='), piece.size());
    const std::string key(trim(piece.substr(0, sign)));
    const std::string date = sign < piece.size() ? date_of(trim(piece.substr(sign + 1))) : "";
    if (!date.empty()) {
      Value entry = Value::string(date);
      entry.range = SourceRange::at(static_cast<std::uint32_t>(line_) + 1, 1);
      return add(key, std::move(entry));
    }
    Error error = value.error();
    error.message = fmt::format("{}; `{} =` is left out", error.message, key);
    made_.broken.push_back(std::move(error));
  }

  void add(const std::string& key, Value entry) {
    if (made_.value.find(key) == nullptr) made_.value.set(key, std::move(entry));
  }

  std::string_view text_;
  std::size_t line_ = 0;
  MendedToml made_;
};

}  // namespace

MendedToml read_mended_toml(std::string_view text) {
  Result<Value> whole = parse_toml(text);
  if (whole.ok()) return {std::move(whole).value(), {}};
  if (text.size() > kMostTomlBytes) return {Value{}, {whole.error()}};
  return TomlMender(text).run();
}

std::size_t definitions_size(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t offset = 0; offset < std::min(text.size(), kMostTomlBytes);) {
    const std::string_view line = line_at(text, offset);
    if (line.starts_with(kDefinition)) {
      offset = end = entry_end(text.substr(0, kMostTomlBytes), offset);
    } else if (trim(line).empty()) {
      offset += line.size() + 1;
    } else {
      break;
    }
  }
  return end;
}

std::string definitions_as_toml(std::string_view lines) {
  std::string out(lines);
  for (std::size_t at = 0; at < out.size(); at = std::min(out.find('\n', at), out.size() - 1) + 1) {
    if (std::string_view(out).substr(at).starts_with(kDefinition)) {
      out.replace(at, kDefinition.size(), std::string(kDefinition.size(), ' '));
    }
  }
  return out;
}

}  // namespace garland
