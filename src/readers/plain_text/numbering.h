// Numbers that headings and items begin with: "2.3 Socks", "Article 3. Privacy", "二、". The marks
// of lists, letters and Roman numerals among them, are words/list_marks.h.
#pragma once

#include <cstddef>
#include <string_view>

namespace garland::plain {

constexpr int kMostSections = 199;  // beyond it, a year or an amount

// "2.3 Socks", "2.3. Socks", "3) Socks".
struct DecimalNumber {
  int depth = 0;               // how many parts it has, 2 for "2.3"; 0 where there is none
  int last = 0;                // its last part
  std::size_t last_begin = 0;  // where that part begins
  std::size_t end = 0;         // behind its digits; a sign may stand there
  std::size_t bytes = 0;       // with the sign and the space before the words
};
DecimalNumber decimal_number(std::string_view text);

// "Article 3. Privacy", "Chapter 2: The hat": a number behind the first word.
struct NamedNumber {
  std::string_view name;
  int number = 0;  // 0 where there is none
  char sign = 0;   // the '.', ':', ')' or ' ' behind it; 0 at the text's end
};
NamedNumber named_number(std::string_view text);

// "一、", "十二．": Chinese and Japanese numerals below a hundred, before their sign; 0 where there
// are none.
int han_number(std::string_view text);

}  // namespace garland::plain
