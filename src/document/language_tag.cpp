#include "document/language_tag.h"

#include "base/language_registry.h"
#include "base/unicode.h"
#include "document/words.h"

namespace garland {

std::string language_tag(std::string_view written) {
  std::string tag;
  const std::string spelled = to_lower(written);
  for (const std::string& part : words::split(spelled, "-_")) {
    const bool is_plain =
        part.size() <= 8 &&
        part.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos;
    if (!is_plain || (tag.empty() && (part.size() < 2 || part.size() > 3))) return "";
    if (tag.empty()) {
      tag = part;
    } else if (part.size() == 2) {
      tag += "-" + to_upper(part);
    } else if (part.size() == 4) {
      tag += "-" + to_upper(part.substr(0, 1)) + part.substr(1);
    } else {
      tag += "-" + part;
    }
  }
  return is_registered_language(tag) ? tag : "";
}

}  // namespace garland
