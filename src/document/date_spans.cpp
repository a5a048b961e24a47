// Dates within running text.
#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/digits.h"
#include "base/unicode.h"
#include "document/calendar_words.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

constexpr std::size_t kMostWords = 9;     // "Wednesday, the 19th of March 2025, at 10:00 am"
constexpr std::size_t kLongestWord = 40;  // bytes; a longer one is an address
constexpr std::size_t kYearDigits = 4;

// One word of the text, without the punctuation at its ends.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool may_begin = false;  // a date: a number, month or weekday
  bool may_end = false;
  bool is_of_none = false;  // no date has it

  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

bool is_edge(char c) {
  static constexpr ByteSet kEdges("()[]{}|,;:!?\"'");
  return kEdges.has(c);
}

// "2016Samstag": two lines that a page set apart and the copying did not. Gives the year's end.
std::size_t end_before_glued_word(std::string_view text, const Word& word) {
  const std::size_t end = word.begin + kYearDigits;
  if (word.end <= end + 1) return word.end;
  const std::string_view year = text.substr(word.begin, kYearDigits);
  if (!std::all_of(year.begin(), year.end(), is_ascii_digit)) return word.end;
  std::size_t at = end;
  const bool begins_upper = is_upper(next_code_point(text, at));
  if (at >= word.end) return word.end;
  const char32_t second = next_code_point(text, at);
  return begins_upper && is_letter(second) && !is_upper(second) ? end : word.end;
}

// All of letters, and not only of those that stand in times and numbers ("T", "Z", "h").
bool is_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_letter) &&
         word.find_first_not_of("TZh") != std::string_view::npos;
}

void judge(std::string_view text, Word& word) {
  const std::string_view written = word.of(text);
  const bool is_number = has_digit(written);
  const DateWord known = is_number ? DateWord{} : date_word(written);
  const bool is_named = is_number || known.month != 0 || known.is_weekday;
  word.may_begin = is_named && written.size() <= kLongestWord;
  word.may_end = is_named || known.ends;
  word.is_of_none = !word.may_end && !known.joins && is_letters(written);
}

// "read·May 18", "2024• 4 min": a dot between two things that a site tells is a word of its own.
std::size_t size_of_dot(std::string_view text) {
  for (const std::string_view dot : {"·", "•"}) {
    if (text.starts_with(dot)) return dot.size();
  }
  return 0;
}
std::size_t end_before_dot(std::string_view text, std::size_t begin, std::size_t end) {
  for (const std::string_view dot : {"·", "•"})
    end = std::min(end, text.substr(0, end).find(dot, begin));
  return end;
}

std::vector<Word> words_in(std::string_view text) {
  static constexpr ByteSet kSpaces(" \t\n");
  // "2025年3月": behind numbers with their marks any word may stand.
  const bool has_marks = text.find("年") != text.npos || text.find("년") != text.npos;
  std::vector<Word> found;
  for (std::size_t at = 0; at < text.size();) {
    if (kSpaces.has(text[at])) {
      ++at;
      continue;
    }
    const std::size_t dot = size_of_dot(text.substr(at));
    const std::size_t space = kSpaces.first_in(text, at);
    Word word{at, dot > 0 ? at + dot : end_before_dot(text, at, space)};
    std::size_t next = word.end;
    while (word.begin < word.end && is_edge(text[word.begin])) ++word.begin;
    while (word.begin < word.end && is_edge(text[word.end - 1])) --word.end;
    const std::size_t end = end_before_glued_word(text, word);
    if (end < word.end) next = word.end = end;
    if (word.begin < word.end) {
      judge(text, word);
      word.is_of_none = word.is_of_none && !has_marks;
      found.push_back(word);
    }
    at = next;
  }
  return found;
}

// "23. - 26.8.2017": the second half of a range of days.
bool ends_a_range(std::string_view text, const std::vector<Word>& words, std::size_t first) {
  if (first < 2) return false;
  const std::string_view between = words[first - 1].of(text);
  const bool is_dash = between == "-" || between == "–" || between == "—";
  const std::string_view number = words[first - 2].of(text);
  return is_dash && number.size() <= 3 && has_digit(number);
}

// A date with a year has four figures at least: "May 2014", "1/1/98".
bool may_have_year(std::string_view span) {
  constexpr std::ptrdiff_t kFewestDigits = 4;
  return !is_ascii(span) ||
         std::count_if(span.begin(), span.end(), is_ascii_digit) >= kFewestDigits;
}

// The longest date that begins with the word, and the index of its last word.
std::optional<std::pair<FoundDate, std::size_t>> date_at(std::string_view text,
                                                         const std::vector<Word>& words,
                                                         std::size_t first,
                                                         std::string_view language) {
  const std::size_t begin = words[first].begin;
  std::size_t limit = first;
  while (limit < std::min(first + kMostWords, words.size()) && !words[limit].is_of_none) ++limit;
  for (std::size_t last = limit; last-- > first;) {
    const std::size_t end = words[last].end;
    if (end - begin > kMostWords * kLongestWord || !words[last].may_end) continue;
    if (!may_have_year(text.substr(begin, end - begin))) break;  // nor has a shorter span
    std::optional<Date> date = date_from(text.substr(begin, end - begin), language);
    const bool is_year = date && date->written.size() <= kYearDigits;
    if (!date || date->year == 0 || is_year) continue;
    return std::make_pair(FoundDate{std::move(*date), begin, end}, last);
  }
  return std::nullopt;
}

// The dates of a text whose digits are ASCII's.
std::vector<FoundDate> dates_in_plain(std::string_view text, std::string_view language) {
  std::vector<FoundDate> found;
  const std::vector<Word> words = words_in(text);
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (!words[first].may_begin || ends_a_range(text, words, first)) continue;
    auto date = date_at(text, words, first, language);
    if (!date) continue;
    found.push_back(std::move(date->first));
    first = date->second;
  }
  return found;
}

// Tells where the bytes of a text with plain digits stand in the text as written. Asked in order.
class WrittenOffsets {
 public:
  explicit WrittenOffsets(std::string_view written) : written_(written) {}

  std::size_t of(std::size_t plain_offset) {
    while (plain_ < plain_offset) {
      const std::size_t begin = at_;
      const bool is_one_byte = is_digit(next_code_point(written_, at_));
      plain_ += is_one_byte ? 1 : at_ - begin;
    }
    return at_;
  }

 private:
  std::string_view written_;
  std::size_t at_ = 0;
  std::size_t plain_ = 0;
};

}  // namespace

std::vector<FoundDate> dates_in(std::string_view text, std::string_view language) {
  if (is_ascii(text)) return dates_in_plain(text, language);
  const std::string plain = with_ascii_digits(text);
  std::vector<FoundDate> found = dates_in_plain(plain, language);
  if (plain.size() == text.size()) return found;
  WrittenOffsets offsets(text);
  for (FoundDate& date : found) {
    date.begin = offsets.of(date.begin);
    date.end = offsets.of(date.end);
    date.date.written = collapse_spaces(text.substr(date.begin, date.end - date.begin));
  }
  return found;
}

}  // namespace garland
