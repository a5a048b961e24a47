#include "base/digits.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/unicode.h"

namespace garland {
namespace {

// What digits outside ASCII begin with in UTF-8 (U+0660 to U+1FBF9). Letters of Europe and of most
// of East Asia do not, so most texts need not be decoded.
bool may_have_other_digits(std::string_view text) {
  static constexpr ByteSet kFirsts("\xD9\xDB\xDF\xE0\xE1\xEA\xEF\xF0");
  return !is_ascii(text) && kFirsts.any_in(text);
}

}  // namespace

bool has_digit(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), is_ascii_digit)) return true;
  return may_have_other_digits(text) && count_digits(text) > 0;
}

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  if (!may_have_other_digits(text)) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_ascii_digit));
  }
  for (std::size_t at = 0; at < text.size();) count += is_digit(next_code_point(text, at)) ? 1 : 0;
  return count;
}

std::string with_ascii_digits(std::string_view text) {
  std::string plain;
  if (!may_have_other_digits(text)) return plain.append(text);
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
