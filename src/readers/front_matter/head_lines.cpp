#include "readers/front_matter/head_lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/contains.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

constexpr std::size_t kMostHeadBytes = 10'000;
constexpr std::size_t kLongestKey = 40;
// What Logseq keeps beside metadata.
constexpr auto kPageProperties = std::to_array<std::string_view>(
    {"alias", "aliases", "exclude-from-graph-view", "icon", "public", "tag", "tags", "template"});

// "Ann Ruel; Bo Sand" as a list, a name alone as itself.
Value names_of(std::string_view text) {
  std::vector<Value> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(";\n"), text.size());
    const std::string_view name = trim(text.substr(0, end));
    if (!name.empty()) names.push_back(Value::string(std::string(name)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names.size() == 1 ? std::move(names.front()) : Value::make_list(std::move(names));
}

void set_entry(std::string key, std::string_view text, std::uint32_t line, Value& data) {
  if (trim(text).empty() || data.find(key) != nullptr) return;
  Value value = names_people(key) ? names_of(text) : Value::string(collapse_spaces(text));
  value.range = value.key_range = SourceRange::at(line, 1);
  for (Value& name : value.list) name.range = value.range;
  data.set(std::move(key), std::move(value));
}

// Reads entries that go on in indented lines.
class HeadReader {
 public:
  explicit HeadReader(std::string_view text) : text_(text.substr(0, kMostHeadBytes)) {
    made_.data = Value::make_map();
  }

  HeadLines read_title_block() {
    for (const char* key : {"title", "author", "date"}) {
      if (!line_at(text_, offset_).starts_with('%')) break;
      const std::uint32_t line = line_;
      const std::string entry = take_entry();
      set_entry(key, std::string_view(entry).substr(1), line, made_.data);
    }
    return finish(made_.data.find("title") != nullptr);
  }

  HeadLines read_entries() {
    bool are_properties = true;
    while (!at_blank()) {
      const std::string_view line = line_at(text_, offset_);
      const std::size_t colon = std::min(line.find(':'), line.size());
      const bool is_property = line.substr(colon).starts_with("::");
      const std::size_t value = colon + (is_property ? 2 : 1);
      const std::string key = key_of(line.substr(0, colon));
      if (key.empty() || (value < line.size() && line[value] != ' ' && line[value] != '\t'))
        return {};
      are_properties = are_properties && is_property &&
                       (contains(metadata_keys(), key) || contains(kPageProperties, key));
      if (made_.size++ == 0 && key != "title" && !are_properties) return {};
      const std::uint32_t number = line_;
      const std::string entry = take_entry();
      set_entry(key, std::string_view(entry).substr(std::min(value, entry.size())), number,
                made_.data);
    }
    return finish(are_properties || made_.data.map.size() > 1);
  }

 private:
  bool at_blank() const { return trim(line_at(text_, offset_)).empty(); }

  // "date-created" for "Date Created"; empty for what is no key.
  static std::string key_of(std::string_view words) {
    if (words.empty() || words.size() > kLongestKey || words.front() == ' ') return {};
    std::string key = to_lower(words);
    std::replace(key.begin(), key.end(), ' ', '-');
    const bool is_key = key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == key.npos;
    return is_key ? key : std::string();
  }

  // The entry's lines, their ends kept; goes behind them.
  std::string take_entry() {
    std::string entry;
    do {
      const std::string_view line = line_at(text_, offset_);
      entry.append(entry.empty() ? "" : "\n").append(line);
      offset_ = std::min(offset_ + line.size() + 1, text_.size());
      ++line_;
    } while (offset_ < text_.size() && !at_blank() &&
             (text_[offset_] == ' ' || text_[offset_] == '\t'));
    return entry;
  }

  HeadLines finish(bool is_meant) {
    if (!is_meant || !at_blank()) return {};
    made_.size = offset_;
    return std::move(made_);
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
  HeadLines made_;
};

}  // namespace

HeadLines read_head_lines(std::string_view text) {
  HeadReader reader(text);
  return text.starts_with('%') ? reader.read_title_block() : reader.read_entries();
}

}  // namespace garland
