// The lines between a title and its text that say who wrote it and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/metadata.h"

namespace garland::plain {

// What one line says, all of it understood.
struct Byline {
  std::vector<Contributor> authors;
  std::optional<Date> date;
  std::string rest;  // "5 min read": not about who or when
};

// "By Jane Roe | 12 March 2020", "Words: A. Roe and B. Poe", "Published on 3 May 2021 · 5 min
// read". Nothing when any part of the line is something else. Names need words that introduce them.
std::optional<Byline> parse_byline(std::string_view text);

// Two to four capitalised words that may be a person's name.
bool looks_like_name(std::string_view text);

}  // namespace garland::plain
