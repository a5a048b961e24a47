// The map from a font's codes back to characters (ISO 32000-1, 9.10.3).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace garland {

// Whether a ToUnicode map may and alone should hold this text: PDF/A-2 forbids U+0000, U+FEFF and
// U+FFFE (6.2.11.7.2) and wants ActualText beside private characters (6.2.11.7.3).
bool fits_unicode_map(std::string_view text);

// The CMap file. `texts` has the text of each two-byte code; requires fits_unicode_map().
std::string make_unicode_map(const std::map<std::uint16_t, std::string>& texts);

}  // namespace garland
