// Dashes and ellipses.
#include "base/language_registry.h"
#include "base/unicode.h"
#include "passes/typed_marks.h"
#include "passes/typed_words.h"

namespace garland {
namespace {

constexpr std::string_view kEnDash = "–";
constexpr std::string_view kEmDash = "—";
constexpr std::string_view kNothing = "";

// How often the character at `at` stands there in a row, within one text node.
std::size_t row_length(const TypedText& typed, std::size_t at) {
  std::size_t end = at + 1;
  while (end < typed.size() && typed.character(end) == typed.character(at) &&
         !typed.begins_node(end) && !typed.is_fixed(end)) {
    ++end;
  }
  return end - at;
}

// One mark for a row of characters: the first is set so, the others go.
void set_row(TypedText& typed, std::size_t at, std::size_t length, std::string_view mark) {
  typed.set(at, mark);
  for (std::size_t i = 1; i < length; ++i) typed.set(at + i, kNothing);
}

void set_double_hyphen(TypedText& typed, std::size_t at) {
  const char32_t before = typed.before(at);
  const char32_t after = typed.character(at + 2);
  const bool is_option = is_space(before) && !is_space(after);
  const bool is_arrow = before == U'<' || after == U'>';
  if (is_option || is_arrow) return;
  const bool joins_words = !is_space(before) && !is_space(after);
  const bool is_range = is_digit(before) && is_digit(after);
  const bool is_long = joins_words && !is_range && is_language(typed.language(at), "en");
  set_row(typed, at, 2, is_long ? kEmDash : kEnDash);
}

// The digits that end before `at`, or begin at it: how many, and their value.
struct Number {
  std::size_t length = 0;
  unsigned value = 0;
};

Number number_before(const TypedText& typed, std::size_t at) {
  Number number;
  unsigned place = 1;
  while (number.length < at && number.length < 5 && is_digit(typed.before(at - number.length))) {
    number.value += place * static_cast<unsigned>(typed.before(at - number.length) - U'0');
    place *= 10;
    ++number.length;
  }
  return number;
}

Number number_from(const TypedText& typed, std::size_t at) {
  Number number;
  while (number.length < 5 && is_digit(typed.character(at + number.length))) {
    number.value =
        number.value * 10 + static_cast<unsigned>(typed.character(at + number.length) - U'0');
    ++number.length;
  }
  return number;
}

bool is_year(const Number& number) {
  return number.length == 4 && number.value >= 1000 && number.value < 2200;
}

bool continues_number(char32_t c) { return is_digit(c) || c == U'-' || c == U'/'; }

// 1990-1995, pp. 12-19; but no telephone number, no date, no ISBN.
bool is_range(const TypedText& typed, std::size_t at) {
  const Number first = number_before(typed, at);
  const Number last = number_from(typed, at + 1);
  if (first.length == 0 || last.length == 0 || first.length > 4 || last.length > 4) return false;
  const std::size_t begin = at - first.length;
  if (continues_number(typed.before(begin)) ||
      continues_number(typed.character(at + 1 + last.length))) {
    return false;
  }
  if (is_year(first) && is_year(last)) return first.value <= last.value;
  const std::size_t mark_end = begin > 0 && is_space(typed.before(begin)) ? begin - 1 : begin;
  return ends_in_number_mark(typed, mark_end);
}

void set_hyphen(TypedText& typed, std::size_t at) {
  if (is_range(typed, at)) {
    typed.set(at, kEnDash);
    return;
  }
  const bool is_between_spaces =
      at >= 2 && typed.before(at) == U' ' && typed.character(at + 1) == U' ';
  if (!is_between_spaces || at + 2 >= typed.size()) return;
  const bool is_sum = is_digit(typed.before(at - 1)) && is_digit(typed.character(at + 2));
  if (!is_sum && !is_space(typed.before(at - 1))) typed.set(at, kEnDash);
}

}  // namespace

void set_dashes(TypedText& typed) {
  std::size_t done = 0;
  for (const std::size_t at : typed.signs()) {
    if (at < done || typed.character(at) != U'-' || typed.is_fixed(at)) continue;
    const std::size_t length = row_length(typed, at);
    if (length == 1) set_hyphen(typed, at);
    if (length == 2) set_double_hyphen(typed, at);
    if (length == 3) set_row(typed, at, 3, kEmDash);
    done = at + length;
  }
}

void set_ellipses(TypedText& typed) {
  std::size_t done = 0;
  for (const std::size_t at : typed.signs()) {
    if (at < done || typed.character(at) != U'.' || typed.is_fixed(at)) continue;
    const std::size_t length = row_length(typed, at);
    if (length == 3) set_row(typed, at, 3, "…");
    done = at + length;
  }
}

}  // namespace garland
