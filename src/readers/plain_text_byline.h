// The lines between a title and its text that say who wrote it and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/metadata.h"

namespace garland::plain {

// What one line says.
struct Byline {
  std::vector<Contributor> authors;
  std::optional<Date> date;
  std::string rest;  // "5 min read": not about who or when
  // Whether some of the line, beside a date set off from it, was not understood.
  bool is_partial = false;
};

// "By Jane Roe | 12 March 2020", "Words: A. Roe and B. Poe", "Published on 3 May 2021 · 5 min
// read". Names need words that introduce them, or a date beside them. Nothing when the line is
// anything else; a part that is not understood is borne with beside a date only.
std::optional<Byline> parse_byline(std::string_view text);

// Two to four capitalised words that may be a person's name.
bool looks_like_name(std::string_view text);

}  // namespace garland::plain
