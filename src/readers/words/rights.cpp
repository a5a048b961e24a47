#include "readers/words/rights.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/unicode.h"
#include "readers/words/measure.h"
#include "readers/words/page_words.h"

namespace garland {
namespace {

// What stands behind the signs that the text begins with.
std::string_view behind_signs(std::string_view text) {
  constexpr auto kSigns =
      std::to_array<std::string_view>({"©", "(c)", "(C)", "by ", "copyright ", "Copyright "});
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" ,:"), text.size()));
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [text](std::string_view known) {
      return text.starts_with(known);
    });
    if (sign == kSigns.end()) return text;
    text.remove_prefix(sign->size());
  }
}

bool begins_with_owner(std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return false;
  const char32_t first = next_code_point(text, at);
  return is_digit(first) || (is_letter(first) && !plain::is_lower(first));
}

}  // namespace

bool names_owner(std::string_view text) { return begins_with_owner(behind_signs(text)); }

bool claims_rights(std::string_view text) {
  if (lookup_words(text).find("copyright") != std::string::npos) return true;
  for (const std::string_view sign : {"©", "(c)"}) {
    for (std::string_view rest = text; rest.find(sign) != rest.npos;) {
      rest = behind_signs(rest.substr(rest.find(sign)));
      if (begins_with_owner(rest)) return true;
    }
  }
  return false;
}

}  // namespace garland
