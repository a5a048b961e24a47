// Plain data (front matter, book description) to typed metadata: names, dates, lists. One place for
// both, so that a key means the same wherever it stands.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "document/marked_text.h"
#include "document/metadata.h"

namespace garland {

// "Given Family", "Family, Given", "A and B", a list of these, or {name:, family:, given:, orcid:,
// role:}. Particles ("van", "de la") belong to the family; an organisation has no parts.
std::vector<Contributor> contributors_from(const Value& value, Role default_role);
Contributor contributor_from_name(std::string_view name, Role role);

// "2025-03-19", "2025-03", "2025", "2025/03/19", ISO with time, "19 March 2025", "March 19, 2025",
// the like in the languages of calendar_words and the digits of any script, "2025年3月19日";
// anything else keeps `written` alone. Nothing for an empty string. `language` (a tag, or empty
// where it is not known) tells which way round "03/04/2025" is; without it only the year is
// certain.
std::optional<Date> date_from(std::string_view text, std::string_view language = {});

// A date among other words: "Posted by Jane on *3 May 2021 at 10:00*".
struct FoundDate {
  Date date;              // with its year and month at least
  std::size_t begin = 0;  // byte offsets into the text, the weekday before and the time behind it
  std::size_t end = 0;    // included
};

// The dates in a line or paragraph, in order, not overlapping. Ranges of days ("23.-26.8.2017") and
// numbers that only look like dates (within addresses or longer numbers) are none. Cost linear.
std::vector<FoundDate> dates_in(std::string_view text, std::string_view language = {});

// Reads the marks in a title or caption; every node gets `range`.
using ReadMarkedText = std::function<Inlines(std::string_view text, SourceRange range)>;

// Sets one metadata field by its canonical key or synonym ("author", "authors", "byline", …).
// Gives false when the key is no metadata key. Reports values of the wrong kind. A field that
// already has a higher origin is left alone. Titles and captions are read by `read_marks`.
bool set_metadata(Metadata& metadata, std::string_view key, const Value& value, Origin origin,
                  Diagnostics& diagnostics,
                  const ReadMarkedText& read_marks = inlines_from_marked_text);

// Whether the key, under whichever of its spellings, takes names.
bool names_people(std::string_view key);

// Every key that set_metadata knows, synonyms included; for spelling hints.
const std::vector<std::string_view>& metadata_keys();

}  // namespace garland
