// Paragraphs of an article that have a site's words in them: an essay on cookies, instructions for
// an account.
#pragma once

#include <vector>

#include "readers/plain_text/evidence.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Takes the site's words of such paragraphs for the article's: `is_site_phrase` is cleared in the
// facts. They have several sentences, most of them without such words, and stand in the article's
// running text, with none of a site's labels or lines beside them. Cost linear.
void clear_mentions(const std::vector<Piece>& pieces, std::vector<Facts>& facts);

}  // namespace garland::plain
