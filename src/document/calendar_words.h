// The words of dates: names of months and weekdays, and what may stand beside them, in the
// languages of the table in calendar_words.cpp (after the names in Unicode's CLDR).
#pragma once

#include <string_view>

namespace garland {

// What a word may be in a date, in any form that dates use ("März", "Sept.", "stycznia"). Case,
// accents of Latin letters and full stops do not matter.
struct DateWord {
  int month = 0;            // 1 to 12; 0 for no month's name
  bool is_weekday = false;  // "Thursday", "jeu."
  // Words that say nothing of the day. They stand within a date ("of", "the", "de") or behind it
  // ("Uhr", "pm", "GMT").
  bool joins = false;
  bool ends = false;
};
DateWord date_word(std::string_view word);

}  // namespace garland
