#include "book/title_lines.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "base/unicode.h"

namespace garland {

std::string editors_line(const BookMetadata& metadata, const Words& words) {
  std::vector<std::string> names;
  for (const Contributor& editor : metadata.editors) {
    if (!editor.name.empty()) names.push_back(editor.name);
  }
  if (names.empty()) return {};
  return fmt::format("{} {}", capitalized(words["edited-by"]), words.join_names(names));
}

std::string identifier_line(const BookMetadata& metadata) {
  constexpr std::string_view kIsbn = "urn:isbn:";
  const std::string& identifier = metadata.identifier;
  if (identifier.starts_with(kIsbn)) return "ISBN " + identifier.substr(kIsbn.size());
  return identifier;
}

std::string series_line(const BookMetadata& metadata) {
  const bool has_both = !metadata.series.empty() && !metadata.volume.empty();
  return has_both ? fmt::format("{}, {}", metadata.series, metadata.volume) : metadata.series;
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  std::size_t offset = 0;
  next_code_point(text, offset);
  return to_upper(text.substr(0, offset)) + std::string(text.substr(offset));
}

}  // namespace garland
