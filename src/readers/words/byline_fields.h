// A byline cut at its separators: "By Jane Roe | 5 min read" is two fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace garland::plain {

// A part of the line between separators and dates.
struct BylineField {
  std::string_view text;      // never empty
  bool touches_date = false;  // nothing but a space between it and a date
  bool follows_date = false;  // the same, and the date stands before it
};

// The text without the spaces, brackets and signs around it.
std::string_view without_edges(std::string_view text);

// What a piece of a byline has a date beside.
struct DatesBeside {
  bool before = false;
  bool behind = false;
};

// Adds the fields of a piece of the line that has no date in it. Views of the piece.
void split_fields(std::string_view piece, DatesBeside dates, std::vector<BylineField>& fields);

// "Jane Roe —2013-09-29— in News": a dash is a separator whatever stands beside it. The wide space
// of Japanese and Chinese is a space.
std::string with_spaced_dashes(std::string_view text);

}  // namespace garland::plain
