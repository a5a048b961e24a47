#include "document/creation_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/metadata_values.h"

namespace garland {

bool names_creation(std::string_view key) {
  constexpr auto kKeys =
      std::to_array<std::string_view>({"created", "created-at", "created-time", "date-created"});
  std::string name = to_lower(key);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
  return contains(kKeys, name);
}

std::optional<Date> creation_date(std::string_view key, std::string_view words) {
  if (!names_creation(key)) return std::nullopt;
  std::optional<Date> date = date_from(words);
  return date && date->year > 0 ? date : std::nullopt;
}

}  // namespace garland
