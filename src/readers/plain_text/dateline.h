// Who wrote a plain text and when, from the lines around its title and below its end. Takes the
// bounds of the article, gives the lines that say it, best first.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "readers/plain_text/article.h"
#include "readers/plain_text/pieces.h"
#include "readers/words/byline.h"

namespace garland::plain {

// A line and what it says.
struct Dateline {
  std::size_t piece = 0;
  Byline byline;
};

struct Datelines {
  std::optional<Dateline> author;
  std::optional<Dateline> date;  // may be the same line
};

// The first that counts: lines below the title, then just above it, then in the foot of the
// article, where they must say that the text was published or written, or be nothing but a name or
// date. The date of a change counts only where there is no other. Readers' comments are not looked
// at.
Datelines find_datelines(const std::vector<Piece>& pieces, const ArticleBounds& bounds);

}  // namespace garland::plain
