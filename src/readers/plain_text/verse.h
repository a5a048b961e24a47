// Verse in a plain text: stanzas among paragraphs, and whole poems.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/plain_text/layout.h"
#include "readers/plain_text/pieces.h"
#include "readers/plain_text/set_apart.h"

namespace garland::plain {

// Runs of three or more short lines without blank lines between, that end neither at a margin nor
// each with its sentence, and all lines of a poem: VerseLine. Needs a text whose paragraphs are set
// apart by blank lines.
void find_verse(std::vector<Piece>& pieces, const SetApartContext& context);

// Whether the pieces [first, last) are verse by their words, and set in from the running text.
bool is_set_in_verse(const std::vector<Piece>& pieces, std::size_t first, std::size_t last,
                     const Layout& layout);

}  // namespace garland::plain
