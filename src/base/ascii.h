// Characters of ASCII, which formats and numbers are made of. For text: base/unicode.h.
#pragma once

namespace garland {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace garland
