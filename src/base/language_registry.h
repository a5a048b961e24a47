// Language tags: their parts, and which languages there are, as ICU has it from Unicode's CLDR,
// which follows the IANA registry.
#pragma once

#include <string_view>

namespace garland {

// Whether a language tag is well-formed (RFC 5646, 2.2.9) and its language is registered: readers
// that speak, and checkers of e-books, know no others. Tags for private use are not registered.
bool is_registered_language(std::string_view tag);

// The language of a tag without script, region and the like: "zh" of "zh-Hant" (RFC 5646, 2.2.1).
constexpr std::string_view primary_language(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

// Whether a tag names the language with this code, in whatever case.
bool is_language(std::string_view tag, std::string_view code);

// Whether a tag names Chinese, Japanese or Korean, whose signs have their own room.
bool is_east_asian(std::string_view tag);

}  // namespace garland
