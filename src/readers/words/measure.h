// What can be said of a stretch of words without knowing its place: how long it is, how it begins
// and ends. The evidence that the later steps of the plain-text reader weigh.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace garland::plain {

struct Measure {
  std::uint32_t words = 0;  // runs between white space; scripts without spaces: 3 letters a word
  std::uint32_t width = 0;  // code points
  std::uint32_t capitalized = 0;  // words that begin with an upper-case letter
  std::uint32_t letters = 0;
  std::uint32_t digits = 0;
  std::uint32_t lower = 0;          // letters that have an upper-case form
  std::uint32_t sentence_ends = 0;  // full stops and the like at the end of a word
  std::uint32_t long_lower = 0;     // words of more than 3 letters that begin in lower case
  bool begins_upper = false;        // the first letter is upper case, or of a script without case
  bool begins_lower = false;        // the first letter is lower case
  char32_t last = 0;                // the last character that is no closing quote or bracket
  bool ends_sentence = false;       // `last` is a full stop, question or exclamation mark, …
  bool is_quoted = false;           // begins and ends with quotation marks

  // Enough words for one, and its end.
  bool is_sentence() const { return words >= 5 && ends_sentence; }
  // A paragraph of running text rather than a label.
  bool is_prose() const { return (words >= 9 && ends_sentence) || words >= 25; }
};

Measure measure(std::string_view text);

bool ends_sentence(char32_t c);
// What ends a statement: a full stop of any script.
bool is_full_stop(char32_t c);
bool is_opening_quote(char32_t c);
bool is_closing_quote(char32_t c);
// A lower-case letter of a script that has case.
bool is_lower(char32_t c);

// Lower case, white space collapsed, typographic quotes made plain, all but letters and digits at
// the ends taken off: for looking a line up. Only for short texts.
std::string folded(std::string_view text);

}  // namespace garland::plain
