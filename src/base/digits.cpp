#include "base/digits.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/unicode.h"

namespace garland {

// Digits outside ASCII (U+0660 to U+1FBF9) begin with one of these bytes in UTF-8.
bool may_have_other_digits(std::string_view text) {
  return has_any_of<'\xD9', '\xDB', '\xDF', '\xE0', '\xE1', '\xEA', '\xEF', '\xF0'>(text);
}

bool has_digit(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), is_ascii_digit)) return true;
  return !is_ascii(text) && may_have_other_digits(text) && count_digits(text) > 0;
}

std::size_t count_digits(std::string_view text) {
  if (is_ascii(text) || !may_have_other_digits(text)) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_ascii_digit));
  }
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += is_digit(next_code_point(text, at)) ? 1 : 0;
  return count;
}

std::string with_ascii_digits(std::string_view text) {
  std::string plain;
  if (is_ascii(text) || !may_have_other_digits(text)) return plain.append(text);
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_digit(c)) {
      plain += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c)));
    } else {
      plain.append(text, begin, at - begin);
    }
  }
  return plain;
}

}  // namespace garland
