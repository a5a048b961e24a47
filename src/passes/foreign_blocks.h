// Blocks in another language than the article's.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

// Says the language of blocks that are in another script than the text around them, and of long
// block quotations in another language of the same script, where their author did not; their
// direction follows from it. Short items of lists stay on the list's side. Records what it found.
// Cost: one look at every byte of a text in Latin letters; of others, at every character.
void mark_foreign_blocks(Document& document, Diagnostics& diagnostics);

}  // namespace garland
