// What one piece of a plain text looks like by itself: its words, marks and figures.
#pragma once

#include "readers/plain_text/evidence.h"
#include "readers/words/function_words.h"

namespace garland::plain {

// `words` takes the count of the small words of running text. Looks at a long piece's beginning.
Facts facts_of(const Piece& piece, FunctionWords& words);

}  // namespace garland::plain
