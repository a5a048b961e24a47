// Characters of ASCII, which formats and numbers are made of. For text: base/unicode.h.
#pragma once

#include <string_view>

namespace garland {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }
constexpr bool is_ascii_byte(char c) { return static_cast<unsigned char>(c) < 0x80; }
// Neither white space nor a control character.
constexpr bool is_ascii_visible(char c) { return c > ' ' && c < 0x7F; }

// Whether all of a text is. Without branches, so that several bytes are looked at at once.
constexpr bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

// White space as HTML has it (Infra Standard, 4.6).
constexpr bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

constexpr char to_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace garland
