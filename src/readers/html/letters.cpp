#include "readers/html/letters.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/unicode.h"

namespace garland::html {
namespace {

// Of the bytes 0x80 to 0x9F, by the index of the Encoding Standard; the five without a character
// are control characters there.
constexpr auto kUpperHalf = std::to_array<char32_t>(
    {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
     0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178});

// The byte of windows-1252 that is this character.
std::optional<char> byte_of(char32_t c) {
  if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) return static_cast<char>(c);
  const auto* const found = std::find(kUpperHalf.begin(), kUpperHalf.end(), c);
  if (found == kUpperHalf.end()) return std::nullopt;
  return static_cast<char>(0x80 + (found - kUpperHalf.begin()));
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "NESCAFÉ®", "HYVÄ…": such a letter would be valid UTF-8 with the sign behind it. "Â" and "Ã",
// which UTF-8 read so is full of, are none.
bool ends_words_in_capitals(char32_t c) { return c >= 0xC4 && c <= 0xDE; }

}  // namespace

std::optional<std::string> read_again_as_utf8(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return c < 0; })) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const std::optional<char> byte = byte_of(c);
    const bool is_in_capitals = !bytes.empty() && is_capital(bytes.back());
    if (!byte || (is_in_capitals && ends_words_in_capitals(c))) return std::nullopt;
    bytes += *byte;
  }
  if (!is_valid_utf8(bytes)) return std::nullopt;
  return bytes;
}

}  // namespace garland::html
