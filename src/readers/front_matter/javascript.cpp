#include "readers/front_matter/javascript.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kMostComputed = 20;

// How much deeper in brackets the line ends than it begins; texts in quotation marks do not count.
int depth_gained(std::string_view line) {
  int depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (c == '{' || c == '[' || c == '(') {
      ++depth;
    } else if (c == '}' || c == ']' || c == ')') {
      --depth;
    }
  }
  return depth;
}

bool is_plain_value(std::string_view value) {
  if (value.size() < 2) return !value.empty() && is_ascii_digit(value[0]);
  const char first = value.front();
  const bool is_text = (first == '"' || first == '\'') && value.find(first, 1) == value.size() - 1;
  const bool is_list = first == '[' && value.back() == ']' && value.find('(') == value.npos;
  const bool is_number = value.find_first_not_of("0123456789.") == value.npos;
  return is_text || is_list || is_number || value == "true" || value == "false";
}

// "title: "Words"," as "title: "Words""; empty where the value is none of a text's kinds.
std::string plain_entry(std::string_view line) {
  line = trim(line);
  if (line.ends_with(',')) line.remove_suffix(1);
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return {};
  const std::string_view value = trim(line.substr(colon + 1));
  if (!is_plain_value(value)) return {};
  return fmt::format("{}: {}", trim(line.substr(0, colon)), value);
}

bool is_of_object(std::string_view line) {
  return trim(line).find_first_not_of("{};,() ") == line.npos || trim(line).starts_with("//");
}

}  // namespace

std::string plain_entries_of(std::string_view object, std::vector<Error>& left_out) {
  std::string entries;
  int depth = 0;
  std::size_t computed = 0;
  std::uint32_t number = 1;
  for (std::size_t offset = 0; offset < object.size(); ++number) {
    const std::string_view line = line_at(object, offset);
    const bool is_entry = depth == 1 && !is_of_object(line);
    const std::string entry = is_entry ? plain_entry(line) : std::string();
    if (is_entry && entry.empty() && ++computed <= kMostComputed) {
      left_out.push_back({fmt::format("what a program computes is left out: “{}”", trim(line)),
                          "write the value itself", SourceRange::at(number, 1)});
    }
    entries += entry + "\n";
    depth += depth_gained(line);
    offset += line.size() + 1;
  }
  if (computed > kMostComputed) {
    left_out.push_back({fmt::format("{} more entries that a program computes are left out",
                                    computed - kMostComputed),
                        "write the values themselves", SourceRange::at(1, 1)});
  }
  return entries;
}

}  // namespace garland
