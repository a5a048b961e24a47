#include "readers/words/list_marks.h"

#include <string>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland::plain {

namespace {

constexpr int kLargestNumber = 999;  // beyond it, a year

bool is_certain_bullet(char32_t c) {
  switch (c) {
    case 0x2022:  // •
    case 0x2023:  // ‣
    case 0x2043:  // ⁃
    case 0x2219:  // ∙
    case 0x25A0:  // ■
    case 0x25A1:  // □
    case 0x25AA:  // ▪
    case 0x25AB:  // ▫
    case 0x25B8:  // ▸
    case 0x25BA:  // ►
    case 0x25CB:  // ○
    case 0x25CF:  // ●
    case 0x25E6:  // ◦
    case 0x27A2:  // ➢
    case 0x2756:  // ❖
    case 0xF0B7:  // the private-use bullet of a symbol font
    case 0xF0A7:
      return true;
    default:
      return false;
  }
}

bool is_dash_bullet(char32_t c) {
  return c == U'-' || c == 0x2013 || c == U'*' || c == U'+' || c == U'o' || c == 0x00B7;
}

// Bytes of white space at `from`.
std::size_t space_bytes(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_space(next_code_point(text, next))) break;
    at = next;
  }
  return at - from;
}

int roman_digit(char c) {
  switch (c | 0x20) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    default:
      return 0;
  }
}

// 0 when the letters are no Roman numeral below ninety.
int roman_value(std::string_view letters) {
  int value = 0;
  int before = 100;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const int digit = roman_digit(letters[i]);
    const int next = i + 1 < letters.size() ? roman_digit(letters[i + 1]) : 0;
    if (digit == 0 || digit > before * 10) return 0;
    value += digit < next ? -digit : digit;
    before = digit;
  }
  return value;
}

// The number or letters between `begin` and `end`, as far as they can count a list.
bool read_count(std::string_view count, Mark& mark) {
  if (count.empty() || count.size() > 6) return false;
  if (is_ascii_digit(count.front())) {
    for (const char c : count) {
      if (!is_ascii_digit(c)) return false;
      mark.number = mark.number * 10 + (c - '0');
    }
    return mark.number <= kLargestNumber;
  }
  const bool upper = count.front() < 'a';
  for (const char c : count) {
    if (!is_ascii_letter(c) || (c < 'a') != upper) return false;
  }
  mark.is_letter = true;
  mark.is_upper = upper;
  mark.roman = roman_value(count);
  if (count.size() == 1) mark.number = (count.front() | 0x20) - 'a' + 1;
  return mark.number > 0 || mark.roman > 0;
}

Mark number_mark(std::string_view text) {
  const std::size_t begin = !text.empty() && text.front() == '(' ? 1 : 0;
  std::size_t end = begin;
  while (end < text.size() && end < begin + 7 &&
         (is_ascii_digit(text[end]) || is_ascii_letter(text[end]))) {
    ++end;
  }
  if (end == text.size() || (text[end] != '.' && text[end] != ')')) return {};
  Mark mark;
  if (!read_count(text.substr(begin, end - begin), mark)) return {};
  std::size_t after = end;
  if (text[after] == '.' && begin == 0) ++after;
  if (after < text.size() && text[after] == ')') ++after;
  if (after == end || (begin == 1 && text[after - 1] != ')')) return {};
  mark.sign = begin == 1 ? U'(' : static_cast<char32_t>(text[after - 1]);
  const std::size_t spaces = space_bytes(text, after);
  if (spaces == 0 || after + spaces >= text.size()) return {};
  mark.kind = Mark::Kind::Number;
  mark.bytes = after + spaces;
  return mark;
}

Mark bullet_mark(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  const bool certain = is_certain_bullet(c);
  if (!certain && !is_dash_bullet(c)) return {};
  const std::size_t spaces = space_bytes(text, at);
  if ((!certain && spaces == 0) || at + spaces >= text.size()) return {};
  Mark mark;
  mark.kind = certain ? Mark::Kind::Bullet : Mark::Kind::Dash;
  mark.sign = c;
  mark.bytes = at + spaces;
  return mark;
}

int superscript_digit(char32_t c) {
  if (c == 0x00B9) return 1;
  if (c == 0x00B2 || c == 0x00B3) return static_cast<int>(c - 0x00B0);
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<int>(c - 0x2070);
  return -1;
}

}  // namespace

Mark list_mark(std::string_view text) {
  if (text.empty()) return {};
  // Most lines begin with a word, which is no bullet but for the "o".
  const bool may_be_bullet = !is_ascii_letter(text.front()) || text.front() == 'o';
  const Mark bullet = may_be_bullet ? bullet_mark(text) : Mark{};
  return bullet.is_some() ? bullet : number_mark(text);
}

std::optional<NoteMark> note_mark(std::string_view text) {
  NoteMark mark;
  std::size_t at = 0;
  if (!text.empty() && text.front() == '[') {
    for (at = 1; at < text.size() && at < 5 && is_ascii_digit(text[at]); ++at) {
      mark.number = mark.number * 10 + (text[at] - '0');
    }
    if (at == 1 || at >= text.size() || text[at] != ']') return std::nullopt;
    ++at;
  } else {
    while (at < text.size() && mark.number <= kLargestNumber) {
      std::size_t next = at;
      const int digit = superscript_digit(next_code_point(text, next));
      if (digit < 0) break;
      mark.number = mark.number * 10 + digit;
      at = next;
    }
  }
  if (mark.number == 0 || mark.number > kLargestNumber) return std::nullopt;
  mark.bytes = at + space_bytes(text, at);
  return mark;
}

}  // namespace garland::plain
