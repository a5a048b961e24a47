#include "readers/plain_text/title_signs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/unicode.h"
#include "document/metadata_values.h"

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

bool is_numeral(std::string_view text) {
  constexpr std::size_t kLongest = 7;  // letters
  if (text.ends_with('.')) text.remove_suffix(1);
  return !text.empty() && text.size() <= kLongest &&
         (text.find_first_not_of("IVXL") == std::string_view::npos ||
          text.find_first_not_of("ivxl") == std::string_view::npos);
}

bool is_day_of_month(std::string_view text, const Measure& found) {
  constexpr std::size_t kLongest = 20;     // bytes
  constexpr std::uint32_t kMostWords = 3;  // "the 21st of June" has more
  if (text.size() > kLongest || found.digits == 0 || found.digits > 2 || found.words > kMostWords) {
    return false;
  }
  // With any year, as a day without one is no date.
  const std::optional<Date> date = date_from(std::string(text) + " 2000");
  return date && date->day > 0 && date->year == 2000;
}

}  // namespace garland::plain
