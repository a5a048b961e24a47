// Signs in a line's own letters that it is no title.
#pragma once

#include <string_view>

#include "readers/words/measure.h"

namespace garland::plain {

// A date in any language, a telephone's number.
bool is_mostly_figures(const Measure& found);
// "Posts: 214".
bool is_number_field(std::string_view text);
// "boats, harbours, ropes".
bool lists_words(std::string_view text);
// "2020年3月3日 7:00", whatever stands beside it.
bool tells_hour(std::string_view text, const Measure& found);
// "example.org": a site's name.
bool is_domain_name(std::string_view text);

// "II.", "xiv": the number of a part.
bool is_numeral(std::string_view text);

// "Jun 21", "21 juin": a day and nothing else.
bool is_day_of_month(std::string_view text, const Measure& found);

}  // namespace garland::plain
