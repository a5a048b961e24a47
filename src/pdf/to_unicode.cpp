#include "pdf/to_unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/unicode.h"
#include "pdf/syntax.h"

namespace garland {
namespace {

// A section of a CMap holds at most 100 mappings (Adobe Technical Note 5014, 7.3).
constexpr std::size_t kSectionSize = 100;

bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

}  // namespace

bool fits_unicode_map(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c == 0 || c == 0xFEFF || c == 0xFFFE || is_private_use(c)) return false;
  }
  return true;
}

std::string make_unicode_map(const std::map<std::uint16_t, std::string>& texts) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n"
      "12 dict begin\n"
      "begincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n"
      "/CMapType 2 def\n"
      "1 begincodespacerange\n"
      "<0000> <FFFF>\n"
      "endcodespacerange\n";
  auto next = texts.begin();
  for (std::size_t left = texts.size(); left > 0;) {
    const std::size_t count = std::min(left, kSectionSize);
    fmt::format_to(std::back_inserter(out), "{} beginbfchar\n", count);
    for (std::size_t i = 0; i < count; ++i, ++next) {
      fmt::format_to(std::back_inserter(out), "<{:04X}> <{}>\n", next->first,
                     utf16_hex(next->second));
    }
    out += "endbfchar\n";
    left -= count;
  }
  return out +=
         "endcmap\n"
         "CMapName currentdict /CMap defineresource pop\n"
         "end\n"
         "end\n";
}

}  // namespace garland
