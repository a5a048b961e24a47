// Which names a text holds.
#pragma once

#include <string>
#include <vector>

namespace garland {

// What stands between two commas of a name, suffixes apart: "Luther King", "Jr.".
struct NamePart {
  std::string text;
  std::string suffix;  // several are joined by ", "
};
std::vector<NamePart> name_parts(const std::string& text);

// "A and B", "A, B and C", "Family, Given; Family, Given", "Roe, J., Poe, K.", "A / B", "A、B":
// each name as it was written. `text` has single spaces.
std::vector<std::string> names_in(const std::string& text);

}  // namespace garland
