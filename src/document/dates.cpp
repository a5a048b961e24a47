// Dates as people and programs write them. ISO 8601 first, then numbers with separators, then the
// East Asian order with its marks, then words with a month's name.
#include <array>
#include <charconv>

#include "base/contains.h"
#include "base/digits.h"
#include "base/unicode.h"
#include "document/calendar_words.h"
#include "document/metadata_values.h"
#include "document/words.h"

namespace garland {
namespace {

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && is_leap ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

bool is_possible(const Date& date) {
  if (date.year < 1 || date.year > 9999) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day >= 0 && date.day <= days_in(date.year, date.month);
}

// The number that is all of `text`; -1 where it is none or has more than four digits.
int number_in(std::string_view text) {
  int number = -1;
  if (text.empty() || text.size() > 4) return -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

// "10:00", "10:00:00.5Z", "10pm", "18h13"
bool is_time(std::string_view text) {
  const std::string_view ending = text.size() > 2 ? text.substr(text.size() - 2) : "";
  if (ending == "am" || ending == "pm") {
    return text.find_first_not_of("0123456789:.") == text.size() - 2;
  }
  return text.size() >= 3 && text.find_first_of(":h") != std::string_view::npos &&
         text.find_first_not_of("0123456789:.+-Zh") == std::string_view::npos;
}

// "+0100", "-05:00"
bool is_zone(std::string_view text) {
  return text.size() >= 5 && (text[0] == '+' || text[0] == '-') &&
         text.find_first_not_of("0123456789:", 1) == std::string_view::npos;
}

// "19", "19.", "19th", "1er", "1º": the day, or -1.
int day_in(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits == 0 || digits > 2) return -1;
  static constexpr auto kOrdinalEndings = std::to_array<std::string_view>(
      {"", ".", "st", "nd", "rd", "th", "er", "º", "°", "ª", "a", "e", "de", "ste"});
  return contains(kOrdinalEndings, word.substr(digits)) ? number_in(word.substr(0, digits)) : -1;
}

// Which comes first in "03/04/2025", by the habit of the language's country.
enum class DayOrder { Unknown, DayFirst, MonthFirst };

// Every language but English puts the day first where the year is last; English is parted.
DayOrder day_order(std::string_view language) {
  if (language.empty()) return DayOrder::Unknown;
  const std::size_t dash = language.find('-');
  if (to_lower(language.substr(0, dash)) != "en") return DayOrder::DayFirst;
  constexpr auto kDayFirst =
      std::to_array<std::string_view>({"au", "gb", "ie", "in", "ng", "nz", "uk", "za"});
  const std::string region =
      dash == std::string_view::npos ? "" : to_lower(language.substr(dash + 1));
  if (region == "us") return DayOrder::MonthFirst;
  return contains(kDayFirst, region) ? DayOrder::DayFirst : DayOrder::Unknown;
}

// Three numbers in a row whose order their separator does not tell: the day is the one above 12;
// where both could be, the language tells, else only the year is certain.
Date day_and_month(int first, int second, int year, DayOrder order) {
  Date date;
  date.year = year;
  const bool is_day_first =
      first > 12 || first == second || (second <= 12 && order == DayOrder::DayFirst);
  if (is_day_first) {
    date.day = first;
    date.month = second;
  } else if (second > 12 || order == DayOrder::MonthFirst) {
    date.day = second;
    date.month = first;
  }
  return date;
}

// "2025-03-19", "2025/3", "19.03.2025", "03/19/2025".
std::optional<Date> from_numbers(std::string_view text, DayOrder order) {
  const std::size_t at = text.find_first_of("-/.");
  if (at == std::string_view::npos) {
    if (text.size() == 4 && number_in(text) > 0) return Date{number_in(text), 0, 0, {}};
    if (text.size() != 8) return std::nullopt;
    return Date{number_in(text.substr(0, 4)),
                number_in(text.substr(4, 2)),
                number_in(text.substr(6, 2)),
                {}};
  }
  const char separator = text[at];
  const std::vector<std::string> parts = words::split(text, std::string_view(&separator, 1));
  std::array<int, 3> numbers = {0, 0, 0};
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  for (std::size_t index = 0; index < parts.size(); ++index) {
    numbers.at(index) = number_in(parts[index]);
    if (numbers.at(index) < 1) return std::nullopt;
  }
  if (parts[0].size() == 4) return Date{numbers[0], numbers[1], numbers[2], {}};
  if (parts.size() == 2) {
    if (parts[1].size() != 4) return std::nullopt;
    return Date{numbers[1], numbers[0], 0, {}};  // "03/2025"
  }
  if (parts[2].size() != 4) return std::nullopt;
  if (separator == '.') return Date{numbers[2], numbers[1], numbers[0], {}};
  return day_and_month(numbers[0], numbers[1], numbers[2], order);
}

// "2025年3月19日", "2025년 3월 19일", "2025年3月": numbers, each with the mark of what it counts.
// Weekdays in brackets and times may follow.
std::optional<Date> from_marked_numbers(std::string_view text) {
  Date date;
  int number = -1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
    if (digits > 0) {
      number = number_in(text.substr(at, digits));
      at += digits;
      continue;
    }
    const char32_t mark = next_code_point(text, at);
    if (mark == U'年' || mark == U'년') date.year = number;
    if (mark == U'月' || mark == U'월') date.month = number;
    if (mark == U'日' || mark == U'号' || mark == U'일') {
      date.day = number;
      break;  // what follows is the weekday and the time
    }
  }
  if (date.year < 1 || date.month < 1) return std::nullopt;
  return date;
}

bool has_marked_numbers(std::string_view text) {
  return text.find("年") != std::string_view::npos || text.find("년") != std::string_view::npos;
}

// "2025", "2025." where no year is known yet.
bool take_year(std::string_view word, Date& date) {
  if (word.size() == 5 && word.back() == '.') word.remove_suffix(1);
  const int number = number_in(word);
  if (date.year != 0 || word.size() != 4 || number < 1000) return false;
  date.year = number;
  return true;
}

bool take_day(std::string_view word, Date& date) {
  const int day = date.day == 0 ? day_in(word) : -1;
  if (day <= 0) return false;
  date.day = day;
  return true;
}

// A word that is all of a year, month, day, weekday, time or what joins them.
bool take_word(std::string_view word, Date& date) {
  if (take_year(word, date)) return true;
  const DateWord known = date_word(word);
  if (known.month != 0 && date.month == 0) {
    date.month = known.month;
    return true;
  }
  return take_day(word, date) || is_time(word) || is_zone(word) || known.is_weekday ||
         known.joins || known.ends;
}

// "19-Mar-2025", "d’abril": one word to the eye, several to the calendar.
bool take_joined(std::string_view word, Date& date) {
  const std::vector<std::string> parts = words::split(word, "-/'");
  return !parts.empty() &&
         std::all_of(parts.begin(), parts.end(),
                     [&date](const std::string& part) { return take_word(part, date); });
}

std::string with_plain_apostrophes(std::string_view text) {
  constexpr std::string_view kCurly = "’";
  std::string plain(text);
  for (std::size_t at = 0; (at = plain.find(kCurly, at)) != std::string::npos;) {
    plain.replace(at, kCurly.size(), "'");
  }
  return plain;
}

// "Wednesday, 19 March 2025 at 10:00". Every word must have its part in the date.
std::optional<Date> from_words(std::string_view text) {
  Date date;
  for (const std::string& word : words::split(with_plain_apostrophes(text), " ,()|@")) {
    if (word != "-" && !take_word(word, date) && !take_joined(word, date)) return std::nullopt;
  }
  if (date.month == 0 || date.year == 0) return std::nullopt;
  return date;
}

// What stands before the time of day: "2025-03-19T10:00:00Z", "2025-03-19 10:00".
std::string_view without_time(std::string_view text) {
  const std::size_t time = text.find_first_of("T ");
  if (time == std::string_view::npos || time < 8 || time > 10) return text;
  const std::string_view rest = trim(text.substr(time + 1));
  const bool looks_like_time = rest.size() >= 4 && rest.find_first_not_of("0123456789") <= 2;
  return looks_like_time ? text.substr(0, time) : text;
}

std::optional<Date> parsed(const std::string& written, std::string_view language) {
  const bool is_numeric = written.find_first_not_of("0123456789-/.:+TZ ") == std::string::npos;
  if (is_numeric) return from_numbers(without_time(written), day_order(language));
  if (has_marked_numbers(written)) return from_marked_numbers(written);
  return from_words(written);
}

}  // namespace

std::optional<Date> date_from(std::string_view text, std::string_view language) {
  const std::string written = collapse_spaces(text);
  if (written.empty()) return std::nullopt;
  std::optional<Date> date = parsed(with_ascii_digits(written), language);
  if (!date || !is_possible(*date)) date = Date{};
  date->written = written;
  return date;
}

}  // namespace garland
