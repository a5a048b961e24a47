// The words of dates: names of months and weekdays, and what may stand beside them, in the
// languages of the table in calendar_words.cpp (after the names in Unicode's CLDR).
#pragma once

#include <string_view>

namespace garland {

// 1 to 12 for the name of a month or its abbreviation, in any form a date uses ("März", "Sept.",
// "stycznia"); 0 for anything else. Case, accents of Latin letters and full stops do not matter.
int month_named(std::string_view word);

// "Thursday", "jeu."
bool names_weekday(std::string_view word);

// Words that say nothing of the day. They stand within a date ("of", "the", "de") or behind it
// ("Uhr", "pm", "GMT").
bool joins_date(std::string_view word);
bool ends_date(std::string_view word);

}  // namespace garland
