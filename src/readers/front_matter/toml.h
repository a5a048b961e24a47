// TOML of a hand-written file, which has slips, and the definitions of Franklin, which look like it
// but are Julia: "rss_pubdate = Date(2024, 5, 1)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace garland {

struct MendedToml {
  Value value;                // a Map with what could be read
  std::vector<Error> broken;  // why entries are left out, or why nothing could be read
};

// Reads entry by entry where the whole is no TOML; a table below the first header is read or left
// out whole. Texts above 64 kB are read as a whole or not at all.
MendedToml read_mended_toml(std::string_view text);

// The size of the lines "@def key = value" at the head of the text, with blank lines between them
// and lists and strings of several lines; 0 where there are none.
std::size_t definitions_size(std::string_view text);

// Such lines as TOML's, place for place.
std::string definitions_as_toml(std::string_view lines);

}  // namespace garland
