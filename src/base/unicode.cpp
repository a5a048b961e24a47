#include "base/unicode.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstring>

#include "base/ascii.h"

namespace garland {

char32_t unicode_detail::next_above_ascii(std::string_view text, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int64_t>(offset);
  const auto size = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, at, size, c);
  offset = static_cast<std::size_t>(at);
  return static_cast<char32_t>(c);
}

void append_utf8(std::string& text, char32_t code_point) {
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
    return;
  }
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  UBool is_error = 0;
  U8_APPEND(bytes, length, bytes.size(), static_cast<UChar32>(code_point), is_error);
  if (is_error != 0) {
    append_utf8(text, kReplacementCharacter);
    return;
  }
  text.append(reinterpret_cast<const char*>(bytes.data()), length);
}

namespace {

// Eight bytes at once, and which bit of each is looked at.
using Eight = std::uint64_t;
constexpr Eight kHighBits = 0x8080808080808080ULL;

Eight eight_at(std::string_view text, std::size_t at) {
  Eight bytes = 0;
  std::memcpy(&bytes, text.data() + at, sizeof(bytes));
  return bytes;
}

}  // namespace

std::size_t count_code_points(std::string_view text) {
  constexpr Eight kOnes = kHighBits >> 7U;
  std::size_t inner = 0;  // bytes within a code point: 10xxxxxx
  std::size_t at = 0;
  for (; at + sizeof(Eight) <= text.size(); at += sizeof(Eight)) {
    const Eight bytes = eight_at(text, at);
    if ((bytes & kHighBits) == 0) continue;  // of ASCII, as most texts are
    const Eight marks = (bytes & ~(bytes << 1U) & kHighBits) >> 7U;
    inner += static_cast<std::size_t>((marks * kOnes) >> 56U);  // the sum of all eight
  }
  for (; at < text.size(); ++at) {
    if (is_inner_byte(text[at])) ++inner;
  }
  return text.size() - inner;
}

bool is_valid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    if (i + static_cast<std::int64_t>(sizeof(Eight)) <= size &&
        (eight_at(text, static_cast<std::size_t>(i)) & kHighBits) == 0) {
      i += sizeof(Eight);
      continue;
    }
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

namespace {

using unicode_detail::kAsciiEnd;

bool has_category(char32_t c, std::uint32_t mask) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0;
}

// Whether a text is visible ASCII with one space between words. Without branches, so that several
// bytes are looked at at once.
bool is_collapsed_ascii(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return text.empty();
  unsigned char faults = is_ascii_visible(text.front()) ? 0 : 1;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const int is_second_space = int{text[i] == ' '} & int{text[i - 1] == ' '};
    const auto byte = static_cast<unsigned char>(text[i]);  // `char` may have a sign or none
    const int is_invisible = int{byte < ' '} | int{byte >= 0x7F};
    faults |= static_cast<unsigned char>(is_second_space | is_invisible);
  }
  return faults == 0;
}

}  // namespace

bool unicode_detail::is_space_above_ascii(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}
bool unicode_detail::is_letter_above_ascii(char32_t c) { return has_category(c, U_GC_L_MASK); }
bool unicode_detail::is_digit_above_ascii(char32_t c) { return has_category(c, U_GC_ND_MASK); }
bool is_upper(char32_t c) {
  if (c < kAsciiEnd) return unicode_detail::is_between(c, U'A', U'Z');
  return has_category(c, U_GC_LU_MASK | U_GC_LT_MASK);
}
bool is_punctuation(char32_t c) { return has_category(c, U_GC_P_MASK); }
bool is_symbol(char32_t c) { return has_category(c, U_GC_S_MASK); }
bool is_mark(char32_t c) { return c >= kAsciiEnd && has_category(c, U_GC_M_MASK); }

std::size_t character_begin(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return text.size();
  while (offset > 0 && is_inner_byte(text[offset])) --offset;
  return offset;
}

std::string collapse_spaces(std::string_view text) {
  if (is_collapsed_ascii(text)) return std::string(text);
  std::string collapsed;
  collapsed.reserve(text.size());
  std::size_t word = 0;  // where it begins
  for (std::size_t offset = 0; word < text.size();) {
    const std::size_t end = offset;  // of the word, unless it goes on
    if (offset < text.size() && !is_space(next_code_point(text, offset))) continue;
    if (end > word) {
      if (!collapsed.empty()) collapsed += ' ';
      collapsed += text.substr(word, end - word);
    }
    word = offset;
  }
  return collapsed;
}

std::string_view trim(std::string_view text) {
  // Most texts are asked for nothing: they begin and end with a visible character of ASCII.
  if (!text.empty() && is_ascii_visible(text.front()) && is_ascii_visible(text.back())) return text;
  std::size_t begin = 0;
  for (std::size_t offset = 0; offset < text.size(); begin = offset) {
    if (!is_space(next_code_point(text, offset))) break;
  }
  text.remove_prefix(begin);
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && is_inner_byte(text[last]) && text.size() - last < U8_MAX_LENGTH) --last;
    std::size_t offset = last;
    if (!is_space(next_code_point(text, offset)) || offset < text.size()) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

}  // namespace garland
