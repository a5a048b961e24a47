// How well an article would begin with each piece.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "readers/plain_text/evidence.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// The score of a piece that cannot be the title.
constexpr double kNoTitle = -1000.0;

struct BeginScores {
  // One a piece: a log-odds, above 0 where it is rather a title, from its length, where it stands,
  // what follows it, whether its words come back in the text.
  std::vector<double> title;
  // Lines that tell an author or a date and stand apart, ascending.
  std::vector<std::size_t> bylines;
  // Those that tell both: an article without a title begins there.
  std::vector<std::size_t> full_bylines;

  bool is_byline(std::size_t at) const {
    return std::binary_search(bylines.begin(), bylines.end(), at);
  }
  bool is_full_byline(std::size_t at) const {
    return std::binary_search(full_bylines.begin(), full_bylines.end(), at);
  }
};

// Cost linear.
BeginScores begin_scores(const std::vector<Piece>& pieces, const Evidence& evidence);

}  // namespace garland::plain
