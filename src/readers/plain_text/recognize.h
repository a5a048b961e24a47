// How sure a text is plain text, by what terminal browsers and pages leave in it.
#pragma once

#include <string_view>

namespace garland {

// See Reader::recognize: middling for any text, surer for the suffix ".txt", sure where a terminal
// browser rendered the text or headings and code stand in it without marks.
int recognize_plain_text(std::string_view text, std::string_view path);

// See Reader::least: any text may be plain text, and more so one with that suffix.
int least_of_plain_text(std::string_view path);

}  // namespace garland
