#include "readers/plain_text/title_signs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland::plain {

bool is_mostly_figures(const Measure& found) {
  constexpr std::uint32_t kFewest = 5;
  return found.digits >= kFewest && found.letters <= found.digits;
}

bool is_number_field(std::string_view text) {
  const std::size_t space = text.find_last_not_of("0123456789,.");
  return space != std::string_view::npos && text.substr(0, space + 1).ends_with(": ");
}

bool lists_words(std::string_view text) { return std::count(text.begin(), text.end(), ',') >= 2; }

bool tells_hour(std::string_view text, const Measure& found) {
  constexpr std::uint32_t kFewest = 7;  // figures of a date with an hour
  if (found.digits < kFewest) return false;
  for (std::size_t at = text.find(':', 1); at < text.size(); at = text.find(':', at + 1)) {
    const std::string_view minutes = text.substr(at + 1, 2);
    if (is_ascii_digit(text[at - 1]) && minutes.size() == 2 &&
        std::all_of(minutes.begin(), minutes.end(), is_ascii_digit)) {
      return true;
    }
  }
  return false;
}

bool is_domain_name(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  return text.find(' ') == std::string_view::npos && dot != std::string_view::npos &&
         dot + 1 < text.size() && is_letter(static_cast<unsigned char>(text[dot + 1]));
}

}  // namespace garland::plain
