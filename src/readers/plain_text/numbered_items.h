// Items of the article's own lists, and its numbered headings, that have a site's words.
#pragma once

#include <vector>

#include "readers/plain_text/evidence.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Takes the words of such items for the article's, in the facts: "2. Contact us" between siblings
// that are numbered on, where most of them have other words or running text under them. Cost
// linear.
void clear_numbered_items(const std::vector<Piece>& pieces, std::vector<Facts>& facts);

}  // namespace garland::plain
