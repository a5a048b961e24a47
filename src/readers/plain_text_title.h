// How well each piece would do as the article's title.
#pragma once

#include <vector>

#include "readers/plain_text_evidence.h"
#include "readers/plain_text_pieces.h"

namespace garland::plain {

// The score of a piece that cannot be the title.
constexpr double kNoTitle = -1000.0;

// One a piece: a log-odds, above 0 where it is rather a title, from its length, where it stands,
// what follows it, whether its words come back in the text. Cost linear.
std::vector<double> title_scores(const std::vector<Piece>& pieces, const Evidence& evidence);

}  // namespace garland::plain
