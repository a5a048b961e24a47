// The levels of headings, by what the text shows of them: a table of contents that lists them at
// depths, numbers ("2.1"), capitals above ordinary words, or headings right under each other.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Sets the level of each of the headings, which are indices of pieces, ascending. Where nothing
// tells, all are of level 1. Gives why, in words; empty when nothing told.
std::string set_heading_levels(std::vector<Piece>& pieces,
                               const std::vector<std::size_t>& headings);

}  // namespace garland::plain
