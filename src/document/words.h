// Small helpers on words, shared by the files that read names, dates and metadata.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"

namespace garland::words {

// The text's words, parted by white space (ASCII: callers collapse other spaces first).
inline std::vector<std::string> split(std::string_view text, std::string_view separators = " ") {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    const std::string_view part = trim(text.substr(begin, end - begin));
    if (!part.empty()) parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

template <typename Iterator>
std::string join(Iterator begin, Iterator end, std::string_view between = " ") {
  std::string text;
  for (Iterator word = begin; word != end; ++word) {
    if (word != begin) text += between;
    text += *word;
  }
  return text;
}

}  // namespace garland::words
