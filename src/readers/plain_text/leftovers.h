// What a site put around the article and the copying took along: menus above it, log-in boxes,
// share bars, related links and adverts below.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "readers/plain_text/article.h"
#include "readers/plain_text/pieces.h"
#include "readers/reader.h"

namespace garland::plain {

// Finds where the article begins and ends (plain_text/article.h) and marks as Dropped what is the
// site's, each run with the clue that weighed most. Credits and "originally published" lines always
// stay; where the options keep everything, only the bounds are found. Warns where most of the
// running text goes. Cost linear.
ArticleBounds find_leftovers(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                             const ReaderOptions& options, std::vector<Inference>& inferences,
                             Diagnostics& diagnostics);

}  // namespace garland::plain
