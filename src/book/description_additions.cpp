#include "book/description_additions.h"

#include <algorithm>
#include <cstdint>

#include "base/yaml.h"

namespace garland {
namespace {

constexpr std::string_view kContents = "contents";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// Whether the line may stand inside a block list: indented, a "-" at the margin, or nothing.
bool continues_list(const std::string& line) {
  return line.empty() || line.front() == ' ' || line.front() == '-' || line.front() == '\r';
}

std::string indented(std::string_view block, std::size_t indent) {
  std::string text;
  for (const std::string& line : lines_of(block)) text += std::string(indent, ' ') + line + "\n";
  return text;
}

// The text with a block of list entries behind the contents' last line; empty where there is no
// such place.
std::string inserted(std::string_view yaml, const Value& contents, std::string_view block) {
  const std::vector<std::string> lines = lines_of(yaml);
  const std::uint32_t key_line = contents.key_range.begin_line;
  if (key_line == 0 || key_line > lines.size()) return {};
  std::size_t end = key_line;  // the line behind the contents, counting from 0
  while (end < lines.size() && continues_list(lines[end])) ++end;
  while (end > key_line && lines[end - 1].find_first_not_of(" \r") == std::string::npos) --end;
  std::size_t indent = 2;
  if (end > key_line) indent = lines[key_line].find_first_not_of(' ');
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == end) text += indented(block, indent);
    text += lines[i] + "\n";
  }
  return end == lines.size() ? text + indented(block, indent) : text;
}

}  // namespace

std::string with_sources(std::string_view yaml, const std::vector<Value>& entries) {
  if (entries.empty()) return std::string(yaml);
  const MendedYaml before = read_mended_yaml(yaml);
  Value wanted = before.value;
  if (!wanted.is_map()) wanted = Value::make_map();
  const Value* contents = wanted.find(kContents);
  const std::string block = write_yaml(Value::make_list(entries));
  std::string text;
  if (contents == nullptr) {
    text = std::string(yaml) + (yaml.empty() || yaml.ends_with('\n') ? "" : "\n") + "contents:\n" +
           indented(block, 2);
  } else {
    text = inserted(yaml, *contents, block);
  }
  Value all = contents == nullptr || !contents->is_list() ? Value::make_list() : *contents;
  all.list.insert(all.list.end(), entries.begin(), entries.end());
  wanted.set(std::string(kContents), std::move(all));
  // Slips that were there may stay; none may come of the insertion.
  const MendedYaml after = read_mended_yaml(text);
  const bool is_right = after.value == wanted && after.broken.size() <= before.broken.size() &&
                        after.open_quotes.size() <= before.open_quotes.size();
  return is_right ? text : write_yaml(wanted);
}

}  // namespace garland
