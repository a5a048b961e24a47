// Spaces that must not break, and those between two quotation marks.
#include <algorithm>
#include <optional>
#include <string_view>

#include "base/language_registry.h"
#include "base/quotation_marks.h"
#include "base/unicode.h"
#include "passes/typed_marks.h"
#include "passes/typed_words.h"

namespace garland {
namespace {

constexpr std::string_view kHairSpace = "\u200A";
constexpr std::string_view kNarrowSpace = "\u202F";
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::size_t kGroupDigits = 3;

// The space inside French quotation marks and before double marks; none for any other place.
std::optional<std::string_view> french_space(char32_t before, char32_t next) {
  if (next == U':') return kNoBreakSpace;
  const bool is_narrow =
      before == U'«' || next == U';' || next == U'!' || next == U'?' || next == U'»';
  return is_narrow ? std::optional(kNarrowSpace) : std::nullopt;
}

std::size_t digits_before(const TypedText& typed, std::size_t end) {
  std::size_t count = 0;
  while (count <= kGroupDigits && is_digit(typed.before(end - count))) ++count;
  return count;
}
std::size_t digits_from(const TypedText& typed, std::size_t begin) {
  std::size_t count = 0;
  while (count <= kGroupDigits && is_digit(typed.character(begin + count))) ++count;
  return count;
}

// Whether the space at `at` parts the digits of one number: 1 234 567 (ISO 80000-1, 7.3.1).
bool is_in_number(const TypedText& typed, std::size_t at) {
  const std::size_t count = digits_before(typed, at);
  return count > 0 && count <= kGroupDigits && digits_from(typed, at + 1) == kGroupDigits &&
         !is_letter(typed.before(at - count)) && !is_letter(typed.character(at + 1 + kGroupDigits));
}

// Whether a letter by itself and a point end before `end`: "J.", and the "z." of "z. B.".
bool is_initial_before(const TypedText& typed, std::size_t end) {
  return end >= 2 && typed.before(end) == U'.' && is_letter(typed.before(end - 1)) &&
         (is_space(typed.before(end - 2)) || typed.before(end - 2) == U'(');
}

// The space behind a point, at `at`.
std::optional<std::string_view> space_behind_point(const TypedText& typed, std::size_t at) {
  const char32_t next = typed.character(at + 1);
  if (is_initial_before(typed, at) && is_letter(next) && typed.character(at + 2) == U'.') {
    const bool begins_big = is_upper(typed.before(at - 1));
    if (begins_big && is_upper(next)) return kNoBreakSpace;
    if (!begins_big && !is_upper(next)) return kNarrowSpace;
    // "z. B."; elsewhere, and before a number ("d. h. S. 12"), something else begins.
    const bool is_joined =
        !begins_big && is_language(typed.language(at), "de") && !is_digit(typed.character(at + 4));
    if (is_joined) return kNarrowSpace;
  }
  if (is_upper(next) && ends_in_title(typed, at)) return kNoBreakSpace;
  return std::nullopt;
}

// What is printed for the space at `at`, by its neighbours; none where it stays.
std::optional<std::string_view> no_break_space(const TypedText& typed, std::size_t at) {
  const char32_t before = typed.before(at);
  const char32_t next = typed.character(at + 1);
  if (is_language(typed.language(at), "fr")) {
    if (const auto space = french_space(before, next)) return space;
  }
  if (is_digit(before)) {
    if (begins_with_unit(typed, at + 1)) return kNoBreakSpace;
    // English parts digits by commas: two numbers in a row keep their distance there.
    if (is_in_number(typed, at)) {
      return is_language(typed.language(at), "en") ? kNoBreakSpace : kNarrowSpace;
    }
  }
  if (is_digit(next) && ends_in_number_mark(typed, at)) return kNoBreakSpace;
  if (before == U'.') return space_behind_point(typed, at);
  return std::nullopt;
}

// Judges what stands at `at`, if it is a space between two characters.
void set_space(TypedText& typed, std::size_t at) {
  if (at == 0 || at + 1 >= typed.size()) return;
  if (typed.character(at) != U' ' || typed.is_fixed(at)) return;
  if (const auto space = no_break_space(typed, at)) typed.set(at, *space);
}

// Behind prepositions of one letter.
void set_leaning_spaces(TypedText& typed) {
  for (std::size_t at = 1; at + 1 < typed.size(); ++at) {
    if (typed.character(at) != U' ' || typed.is_fixed(at)) continue;
    const char32_t before = typed.before(at - 1);
    if (!is_space(before) && before != U'(' && before != U'„') continue;
    const std::u32string_view letters = leaning_letters(typed.language(at));
    if (letters.find(typed.before(at)) != letters.npos) typed.set(at, kNoBreakSpace);
  }
}

bool is_double_mark(char32_t c) { return c == U'"' || (c >= U'\u201C' && c <= U'\u201F'); }
bool is_single_mark(char32_t c) { return c == U'\'' || (c >= U'\u2018' && c <= U'\u201B'); }

// An apostrophe in a word, before a quotation that goes on with the word: l’“amico”.
bool is_elision(const TypedText& typed, std::size_t at) {
  return is_single_mark(typed.character(at)) && is_letter(typed.before(at)) &&
         is_letter(typed.character(at + 2));
}

// A quotation that begins or ends with another would show three marks in a row.
void part_marks(TypedText& typed, std::size_t at) {
  const char32_t mark = typed.character(at);
  const char32_t next = typed.character(at + 1);
  const bool are_nested = (is_double_mark(mark) && is_single_mark(next)) ||
                          (is_single_mark(mark) && is_double_mark(next));
  if (!are_nested || typed.is_fixed(at) || typed.is_fixed(at + 1) || is_elision(typed, at)) return;
  // East Asian marks bring their own space.
  const std::string_view language = typed.language(at);
  if (is_east_asian(language)) return;
  // Annex 14 lets a line break behind a hair, but for marks that it takes for quotation marks.
  const bool opens_low =
      double_quotation_marks(language).open == "„" && is_letter(typed.character(at + 2));
  typed.insert_behind(at, opens_low ? kNarrowSpace : kHairSpace);
}

}  // namespace

void set_spaces(TypedText& typed) {
  for (const std::size_t at : typed.signs()) {
    if (at > 0) set_space(typed, at - 1);
    set_space(typed, at + 1);
    part_marks(typed, at);
  }
  const auto& languages = typed.languages();
  if (std::any_of(languages.begin(), languages.end(),
                  [](const auto& language) { return !leaning_letters(language).empty(); })) {
    set_leaning_spaces(typed);
  }
}

}  // namespace garland
