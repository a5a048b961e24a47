#include "base/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "base/lines.h"
#include "base/yaml_quotes.h"

namespace garland {
namespace {

// Whether the line begins an entry of the outermost map: "key: …" at the margin.
bool begins_entry(std::string_view line) {
  return !line.empty() && line.find(':') != std::string_view::npos &&
         std::string_view(" \t#-?[]{}\r").find(line.front()) == std::string_view::npos;
}

// Overwrites the entry of the outermost map in which line `number` stands by spaces, so that the
// lines below keep their numbers. Gives what to call it, or nothing where there is no such entry.
std::string blank_entry(std::string& text, std::uint32_t number) {
  std::size_t begin = std::string::npos;  // of the entry
  std::size_t end = text.size();
  std::size_t offset = 0;
  for (std::uint32_t line = 1; offset < text.size(); ++line) {
    const std::string_view here = line_at(text, offset);
    if (begins_entry(here)) {
      if (line > number) {
        end = offset;
        break;
      }
      begin = offset;
    }
    offset += here.size() + 1;
  }
  if (number == 0 || begin == std::string::npos) return {};
  std::string key = text.substr(begin, text.find(':', begin) - begin);
  std::replace_if(
      text.begin() + static_cast<std::ptrdiff_t>(begin),
      text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; }, ' ');
  return fmt::format("`{}:`", key);
}

}  // namespace

MendedYaml read_mended_yaml(std::string_view text) {
  constexpr int kMostLeftOut = 20;
  MendedYaml mended;
  std::string rest = close_open_quotes(text, mended.open_quotes);
  for (int left_out = 0;; ++left_out) {
    mended.ignored.clear();
    Result<Value> value = parse_yaml_keeping_first(rest, mended.ignored);
    if (value.ok()) {
      mended.value = std::move(value).value();
      break;
    }
    mended.broken.push_back(value.error());
    if (left_out == kMostLeftOut) {
      mended.broken.back().message +=
          fmt::format("; after {} broken entries nothing of this is read", kMostLeftOut);
      break;
    }
    const std::string entry = blank_entry(rest, value.error().range.begin_line);
    if (entry.empty()) break;
    mended.broken.back().message += fmt::format("; {} is left out", entry);
  }
  return mended;
}

}  // namespace garland
