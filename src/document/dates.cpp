// Dates as people and programs write them. ISO 8601 first, then numbers with separators, then words
// with a month's name in the languages of kMonths.
#include <array>
#include <charconv>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/metadata_values.h"
#include "document/words.h"

namespace garland {
namespace {

// Beginnings of the month's names, folded, that tell it from the others in every language here:
// en, de, fr, es, it, pt, nl, sv, da.
constexpr auto kMonths = std::to_array<std::string_view>(
    {"jan janv januar january januari janvier enero ene gennaio gen janeiro",
     "feb febr februar february februari fev fevr fevrier febrero febbraio fevereiro",
     "mar mars march marz mrz maerz mrt maart marzo marco marts",
     "apr april avr avril abr abril aprile", "may mai mayo mei maj maggio mag maio",
     "jun june juni juin junio giugno giu junho",
     "jul july juli juil juillet julio luglio lug julho",
     "aug august augustus augusti aout agosto ago",
     "sep sept september septembre septiembre settembre set setembro",
     "oct okt october oktober octobre octubre ottobre ott outubro out",
     "nov november novembre noviembre novembro",
     "dec dez december dezember desember decembre diciembre dic dicembre dezembro"});

// Words that may stand in a date and say nothing of the day: weekdays, prepositions, zones.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"mon",      "monday",  "tue",      "tues",     "tuesday",  "wed",       "wednesday",
     "thu",      "thur",    "thurs",    "thursday", "fri",      "friday",    "sat",
     "saturday", "sun",     "sunday",   "montag",   "dienstag", "mittwoch",  "donnerstag",
     "freitag",  "samstag", "sonntag",  "lundi",    "mardi",    "mercredi",  "jeudi",
     "vendredi", "samedi",  "dimanche", "lunes",    "martes",   "miercoles", "jueves",
     "viernes",  "sabado",  "domingo",  "lunedi",   "martedi",  "mercoledi", "giovedi",
     "venerdi",  "sabato",  "domenica", "of",       "on",       "the",       "den",
     "der",      "le",      "de",       "del",      "el",       "il",        "at",
     "um",       "uhr",     "am",       "pm",       "a-m",      "p-m",       "utc",
     "gmt",      "z",       "est",      "edt",      "cet",      "cest",      "pst",
     "pdt"});

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

// "10:00", "10:00:00.5Z", "10pm"
bool is_time(std::string_view text) {
  if (text.size() > 2 &&
      (text.substr(text.size() - 2) == "am" || text.substr(text.size() - 2) == "pm")) {
    return text.find_first_not_of("0123456789:") == text.size() - 2;
  }
  return text.find(':') != std::string_view::npos &&
         text.find_first_not_of("0123456789:.+-Z") == std::string_view::npos;
}

// "+0100", "-05:00"
bool is_zone(std::string_view text) {
  return text.size() >= 5 && (text[0] == '+' || text[0] == '-') &&
         text.find_first_not_of("0123456789:", 1) == std::string_view::npos;
}

// Letters without accents, lower case: "März" and "Août" as "marz" and "aout".
std::string folded(std::string_view word) { return slug(word); }

int month_named(std::string_view word) {
  const std::string wanted = folded(word);
  if (wanted.empty()) return 0;
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    if (contains(words::split(kMonths.at(month)), wanted)) {
      return static_cast<int>(month) + 1;
    }
  }
  return 0;
}

// "19", "19.", "19th", "1er", "1º": the day, or -1.
int day_in(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits == 0 || digits > 2) return -1;
  constexpr auto kEndings =
      std::to_array<std::string_view>({"", ".", "st", "nd", "rd", "th", "er", "º", "°"});
  return contains(kEndings, word.substr(digits)) ? number_in(word.substr(0, digits)) : -1;
}

// Three numbers in a row whose order their separator does not tell: the day is the one above 12;
// where both could be, only the year is certain.
Date day_and_month(int first, int second, int year) {
  Date date;
  date.year = year;
  if (first > 12 || first == second) {
    date.day = first;
    date.month = second;
  } else if (second > 12) {
    date.day = second;
    date.month = first;
  }
  return date;
}

// "2025-03-19", "2025/3", "19.03.2025", "03/19/2025".
std::optional<Date> from_numbers(std::string_view text) {
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
  return day_and_month(numbers[0], numbers[1], numbers[2]);
}

// "Wednesday, 19 March 2025 at 10:00". Every word must have its part in the date.
std::optional<Date> from_words(std::string_view text) {
  Date date;
  for (const std::string& word : words::split(text, " ,")) {
    const int number = number_in(word);
    const int month = month_named(word);
    if (word.size() == 4 && number >= 1000 && date.year == 0) {
      date.year = number;
    } else if (month != 0 && date.month == 0) {
      date.month = month;
    } else if (day_in(word) > 0 && date.day == 0) {
      date.day = day_in(word);
    } else if (!is_time(word) && !is_zone(word) && !contains(kFillers, folded(word))) {
      return std::nullopt;
    }
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

}  // namespace

std::optional<Date> date_from(std::string_view text) {
  const std::string written = collapse_spaces(text);
  if (written.empty()) return std::nullopt;
  const bool is_numeric = written.find_first_not_of("0123456789-/.:+TZ ") == std::string::npos;
  std::optional<Date> date = is_numeric ? from_numbers(without_time(written)) : from_words(written);
  if (!date || !is_possible(*date)) date = Date{};
  date->written = written;
  return date;
}

}  // namespace garland
