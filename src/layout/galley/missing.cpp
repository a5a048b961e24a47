#include "layout/galley/missing.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kMostReported = 24;  // of one file
constexpr const char* kHelp =
    "install a font that has it and name it in fonts/fonts.yaml, or write something else; a box "
    "stands for it";

std::string named(char32_t character) {
  std::string name = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
  // Private characters look like nothing in particular.
  const bool is_private =
      (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000 || character < 0x20;
  if (is_private) return name;
  name += " (";
  append_utf8(name, character);
  return name + ")";
}

}  // namespace

SourceRange place_of(const SourcePlaces& places, std::string_view text, std::size_t offset) {
  const auto after =
      std::upper_bound(places.begin(), places.end(), offset,
                       [](std::size_t at, const SourcePlace& place) { return at < place.offset; });
  if (after == places.begin()) return {};
  const SourcePlace& place = *std::prev(after);
  const SourceRange& range = place.range;
  if (range.begin_line != range.end_line) {
    return SourceRange::at(range.begin_line, range.begin_column);
  }
  // Marks of the source that the text has no more may put this some columns too far to the left.
  const std::size_t before = count_code_points(text.substr(place.offset, offset - place.offset));
  const std::size_t column = range.begin_column + before;
  return SourceRange::at(range.begin_line, static_cast<std::uint32_t>(
                                               std::min<std::size_t>(column, range.end_column)));
}

void MissingCharacters::add(char32_t character, const SourceRange& range) {
  places_.try_emplace(character, range);
}

void MissingCharacters::add(const MissingCharacters& others) {
  places_.insert(others.places_.begin(), others.places_.end());
}

void MissingCharacters::remove(const MissingCharacters& others) {
  for (const auto& [character, range] : others.places_) places_.erase(character);
}

void MissingCharacters::report(const std::string& file, Diagnostics& diagnostics) const {
  std::vector<std::pair<char32_t, SourceRange>> ordered(places_.begin(), places_.end());
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second.begin_line, a.second.begin_column) <
           std::tie(b.second.begin_line, b.second.begin_column);
  });
  const std::size_t count = std::min(ordered.size(), kMostReported);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string message = fmt::format("no font has {}", named(ordered[i].first));
    diagnostics.add(
        {Severity::Warning, "missing-glyph", file, ordered[i].second, message, kHelp, ""});
  }
  if (count == ordered.size()) return;
  const std::string message =
      fmt::format("no font has {} more characters of this text", ordered.size() - count);
  diagnostics.add(
      {Severity::Warning, "missing-glyph", file, ordered[count].second, message, kHelp, ""});
}

}  // namespace garland
