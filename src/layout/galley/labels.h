// Words that stand for something elsewhere than on its page: bookmarks, running heads, lines of the
// contents, what a link says of itself.
#pragma once

#include <cstddef>
#include <string>

namespace garland {

// Nobody reads more of a title in such a place; a text of a million letters may be called a title.
constexpr std::size_t kMostLabelCodePoints = 1000;

// The words, cut with an ellipsis where they are longer than that.
std::string short_label(std::string words);

}  // namespace garland
