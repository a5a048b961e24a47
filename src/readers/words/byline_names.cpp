#include "readers/words/byline_names.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/unicode.h"
#include "document/metadata_values.h"
#include "readers/words/measure.h"
#include "readers/words/names.h"

namespace garland::plain {

namespace {

void add_authors(const std::vector<std::string_view>& names, Byline& byline) {
  for (const std::string_view name : names) {
    byline.authors.push_back(contributor_from_name(name, Role::Author));
  }
}

}  // namespace

bool read_names(std::string_view text, Byline& byline) {
  std::vector<std::string_view> names = split_names(text);
  if (names.empty() || !std::all_of(names.begin(), names.end(), is_name)) return false;
  if (!names_job(names.front())) {
    const auto first_job = std::stable_partition(
        names.begin(), names.end(), [](std::string_view name) { return !names_job(name); });
    for (auto job = first_job; job != names.end(); ++job) {
      if (!byline.rest.empty()) byline.rest += ' ';
      byline.rest += *job;
    }
    names.erase(first_job, names.end());
  }
  add_authors(names, byline);
  return true;
}

bool read_some_names(std::string_view text, Byline& byline) {
  constexpr std::size_t kLongest = 100;       // bytes: longer ones are sentences
  constexpr std::uint32_t kLongestOther = 6;  // words
  std::vector<std::string_view> names = split_names(text);
  if (text.size() > kLongest || names.size() < 2 || !looks_like_name(names.front())) return false;
  const auto others = std::stable_partition(names.begin(), names.end(), is_name);
  const auto count = static_cast<std::size_t>(others - names.begin());
  // "By Jane Roe, who has been here before" begins a sentence.
  if (count < 2 || count * 2 < names.size()) return false;
  const bool are_short = std::all_of(others, names.end(), [](std::string_view other) {
    return measure(other).words <= kLongestOther && !measure(other).ends_sentence;
  });
  if (!are_short) return false;
  names.erase(others, names.end());
  add_authors(names, byline);
  byline.is_partial = true;
  return true;
}

bool read_marked_names(std::string_view text, Byline& byline) {
  constexpr std::size_t kMost = 60;
  std::vector<std::string_view> names = split_names(text);
  if (names.size() < 2 || names.size() > kMost) return false;
  std::size_t marked = 0;
  for (std::string_view& name : names) {
    const std::string_view plain = without_note_marks(name);
    if (plain.size() < name.size()) ++marked;
    // A mark set off from its name by a space: "2*" between two names.
    name = trim(plain);
    if (!name.empty() && !looks_like_name(name)) return false;
  }
  names.erase(std::remove(names.begin(), names.end(), std::string_view()), names.end());
  if (names.size() < 2 || marked * 2 < names.size()) return false;
  add_authors(names, byline);
  return true;
}

}  // namespace garland::plain
