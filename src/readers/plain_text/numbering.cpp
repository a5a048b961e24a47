#include "readers/plain_text/numbering.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland::plain {
namespace {

// The number whose figures begin at `at`, which is moved behind them; -1 where there is none, or
// one of more sections than a text has.
int number_at(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  int number = 0;
  for (; at < text.size() && is_ascii_digit(text[at]) && number <= kMostSections; ++at) {
    number = number * 10 + (text[at] - '0');
  }
  return at == begin || number > kMostSections ? -1 : number;
}

bool has_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

}  // namespace

DecimalNumber decimal_number(std::string_view text) {
  DecimalNumber found;
  std::size_t at = 0;
  while (has_digit_at(text, at)) {
    ++found.depth;
    found.last_begin = at;
    found.last = number_at(text, at);
    if (found.last < 0) return {};
    if (at >= text.size() || text[at] != '.' || !has_digit_at(text, at + 1)) break;
    ++at;
  }
  found.end = at;
  if (at < text.size() && (text[at] == '.' || text[at] == ')')) ++at;
  if (found.depth == 0 || at >= text.size() || text[at] != ' ') return {};
  found.bytes = at + 1;
  return found;
}

NamedNumber named_number(std::string_view text) {
  constexpr std::size_t kLongestName = 24;  // bytes
  const std::size_t space = text.substr(0, kLongestName).find(' ');
  if (space == std::string_view::npos) return {};
  std::size_t at = space + 1;
  const int number = number_at(text, at);
  if (number <= 0) return {};
  if (at == text.size()) return {text.substr(0, space), number, 0};
  constexpr std::string_view kSigns = ".:) ";
  const bool ends = kSigns.find(text[at]) != kSigns.npos;
  return ends ? NamedNumber{text.substr(0, space), number, text[at]} : NamedNumber{};
}

int han_number(std::string_view text) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  constexpr std::size_t kMost = 3;  // numerals
  int tens = 0;
  int unit = 0;
  std::size_t at = 0;
  for (std::size_t count = 0; count < kMost && at < text.size(); ++count) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    const std::size_t digit = kDigits.find(c);
    if (c == U'十') {
      tens = std::max(unit, 1) * 10;
      unit = 0;
    } else if (digit != std::u32string_view::npos) {
      unit = static_cast<int>(digit);
    } else {
      break;
    }
    at = next;
  }
  const std::string_view rest = text.substr(at);
  return rest.starts_with("、") || rest.starts_with("．") ? tens + unit : 0;
}

}  // namespace garland::plain
