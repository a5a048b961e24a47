// What a site put around the article and the copying took along: menus above it, log-in boxes,
// share bars, related links and adverts below.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "readers/plain_text_pieces.h"
#include "readers/reader.h"

namespace garland::plain {

// Marks as Dropped what is surely the site's at the beginning and the end, and gives the index of
// the piece that would be the title. Position, brevity and the site's own words must agree; credits
// and "originally published" lines always stay. Cost linear.
std::size_t find_leftovers(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                           const ReaderOptions& options, std::vector<Inference>& inferences);

}  // namespace garland::plain
