// How long a text is, in words: the one count for every report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "document/document.h"

namespace garland {

// Words parted by white space that have a letter or digit; each letter of a script that parts no
// words (Han, kana, Thai and its neighbours) counts as one.
std::size_t count_words(std::string_view text);

struct WordCounts {
  std::size_t kept = 0;     // title, subtitle, body, notes
  std::size_t dropped = 0;  // in Dropped
};
WordCounts count_words(const Document& document);

// " (7 %)": the share that was dropped; nothing where nothing was.
std::string share_in_words(const WordCounts& counts);

}  // namespace garland
