#include "document/direction.h"

namespace garland {

Direction direction_of(const Attributes& attributes, Direction around) {
  for (const auto& [key, value] : attributes.pairs) {
    if (key != "dir") continue;
    const std::string said = to_lower(value);
    if (said == "rtl") return Direction::RightToLeft;
    if (said == "ltr") return Direction::LeftToRight;
  }
  return attributes.language.empty() ? around : direction_of_language(attributes.language);
}

std::string_view direction_name(Direction direction) {
  return direction == Direction::RightToLeft ? "rtl" : "ltr";
}

}  // namespace garland
