// The lines near a title, or below a text, that say who wrote it and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/metadata.h"
#include "readers/words/page_words.h"

namespace garland::plain {

// What one line says.
struct Byline {
  std::vector<Contributor> authors;
  std::optional<Date> date;
  // The date is of a change: "last updated on …".
  bool is_of_change = false;
  // Words said that the text was published, posted or written, by somebody or at a time: the line
  // is about the text wherever it stands.
  bool is_announced = false;
  std::string rest;  // "5 min read", "in News": not about who or when
  // Whether some of the line, beside a date set off from it, was not understood.
  bool is_partial = false;
};

// "By Jane Roe | 12 March 2020", "Words: A. Roe and B. Poe", "Published on 3 May 2021 · 5 min
// read", "Posted by jr in News", "Erstellt von Jana am 6. Mai 2014", "26 May, 2008 | jr | 34
// comments". Names need words that introduce them, or a date beside them; one that is no name by
// its form (a user's) needs both a date or "posted", and a field of its own. `language` tells which
// way round "03/04/2025" is. Nothing when the line is anything else. Cost linear.
std::optional<Byline> parse_byline(std::string_view text, std::string_view language = {});
// The same for a line that may_be_byline has been asked about.
std::optional<Byline> parse_likely_byline(std::string_view text, std::string_view language);

// Whether the line has the figures of a date or words that introduce a name. Most lines have
// neither, and are no bylines: a first look, for callers that have the line's words, and know how
// many digits are in it, already.
bool may_be_byline(const ShortText& line, std::size_t digits);

}  // namespace garland::plain
