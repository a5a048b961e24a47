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

bool is_closing(char32_t c) {
  constexpr std::u32string_view kClosing = U")]}»”’\"'.…";
  return kClosing.find(c) != kClosing.npos;
}

// Whether the double mark at `at` ends words of a sentence, by what follows: it is no part of an
// emoticon, a time, a ratio, an address or a program.
bool ends_words(const TypedText& typed, std::size_t at) {
  const char32_t mark = typed.character(at);
  const char32_t next = typed.character(at + 1);
  if (mark == U':' || mark == U';') return is_space(next);
  return mark == U'»' || is_space(next) || is_closing(next) || next == U'!' || next == U'?' ||
         next == U',';
}

// Whether what it ends stands right before it, and is no other mark.
bool is_behind_word(const TypedText& typed, std::size_t at) {
  const char32_t before = typed.before(at);
  if (before == U'!' || before == U'?') return typed.character(at) == U'»';
  return is_letter(before) || is_digit(before) || is_mark(before) || is_closing(before) ||
         before == U'%' || before == U'°' || before == U'€';
}

// A French mark with its space; empty for any other character.
std::string_view spaced_french_mark(char32_t mark) {
  switch (mark) {
    case U'!':
      return "\u202F!";
    case U'?':
      return "\u202F?";
    case U';':
      return "\u202F;";
    case U':':
      return "\u00A0:";
    case U'»':
      return "\u202F»";
    case U'«':
      return "«\u202F";
    default:
      return {};
  }
}

// Gives a French mark at `at` the space that nobody typed. Canada has none before other double
// marks than the colon.
void space_french_mark(TypedText& typed, std::size_t at) {
  const char32_t mark = typed.character(at);
  const std::string_view printed = spaced_french_mark(mark);
  if (printed.empty() || typed.is_fixed(at)) return;
  const std::string_view language = typed.language(at);
  const bool has_none =
      mark != U':' && mark != U'»' && mark != U'«' && to_lower(language) == "fr-ca";
  if (!is_language(language, "fr") || has_none) return;
  const bool lacks_space = mark == U'«'
                               ? at + 1 < typed.size() && !is_space(typed.character(at + 1))
                               : is_behind_word(typed, at) && ends_words(typed, at);
  if (lacks_space) typed.set(at, printed);
}

// "M. Dupont", "Mme Dupont".
void set_french_titles(TypedText& typed) {
  for (std::size_t at = 1; at + 1 < typed.size(); ++at) {
    if (typed.character(at) != U' ' || !is_upper(typed.character(at + 1))) continue;
    const bool is_title = is_language(typed.language(at), "fr") && ends_in_french_title(typed, at);
    if (is_title && !typed.is_fixed(at)) typed.set(at, kNoBreakSpace);
  }
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

bool is_dash(char32_t c) { return c == U'–' || c == U'—'; }

// What is printed for the space at `at`, by its neighbours; none where it stays.
std::optional<std::string_view> no_break_space(const TypedText& typed, std::size_t at,
                                               bool has_french) {
  const char32_t before = typed.before(at);
  const char32_t next = typed.character(at + 1);
  if (has_french && is_language(typed.language(at), "fr")) {
    const auto space = french_space(before, next);
    if (space && (before == U'«' || ends_words(typed, at + 1))) return space;
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
void set_space(TypedText& typed, std::size_t at, bool has_french) {
  if (at == 0 || at + 1 >= typed.size()) return;
  if (typed.character(at) != U' ' || typed.is_fixed(at)) return;
  if (const auto space = no_break_space(typed, at, has_french)) typed.set(at, *space);
}

// The dash that begins what somebody says stays with the first word.
void set_space_of_speech(TypedText& typed, std::size_t line) {
  const bool begins = is_dash(typed.character(line)) && typed.character(line + 1) == U' ' &&
                      line + 2 < typed.size();
  if (begins && !typed.is_fixed(line + 1)) typed.set(line + 1, kNoBreakSpace);
}

// Behind prepositions of one letter, and before dashes between spaces: no line begins with one in
// the languages that have such prepositions.
void set_leaning_spaces(TypedText& typed) {
  for (std::size_t at = 1; at + 1 < typed.size(); ++at) {
    if (typed.character(at) != U' ' || typed.is_fixed(at)) continue;
    const bool is_before_dash = is_dash(typed.character(at + 1)) &&
                                is_space(typed.character(at + 2)) && at + 2 < typed.size();
    if (is_before_dash && !leaning_letters(typed.language(at)).empty()) {
      typed.set(at, kNoBreakSpace);
    }
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
  const auto& languages = typed.languages();
  const bool has_french =
      std::any_of(languages.begin(), languages.end(),
                  [](const std::string& language) { return is_language(language, "fr"); });
  set_space_of_speech(typed, 0);
  for (const std::size_t line : typed.broken_lines()) set_space_of_speech(typed, line);
  for (const std::size_t at : typed.signs()) {
    if (at > 0) set_space(typed, at - 1, has_french);
    set_space(typed, at + 1, has_french);
    if (has_french) space_french_mark(typed, at);
    part_marks(typed, at);
  }
  if (has_french) set_french_titles(typed);
  if (std::any_of(languages.begin(), languages.end(),
                  [](const auto& language) { return !leaning_letters(language).empty(); })) {
    set_leaning_spaces(typed);
  }
}

}  // namespace garland
