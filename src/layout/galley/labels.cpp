#include "layout/galley/labels.h"

#include "base/unicode.h"

namespace garland {

std::string short_label(std::string words) {
  if (words.size() <= kMostLabelCodePoints) return words;
  std::size_t end = 0;
  for (std::size_t i = 0; i < kMostLabelCodePoints && end < words.size(); ++i) {
    next_code_point(words, end);
  }
  if (end == words.size()) return words;
  return std::string(trim(std::string_view(words).substr(0, end))) + "…";
}

}  // namespace garland
