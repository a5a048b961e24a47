// Pieces that the typist set apart from the running text: separators, verse, quotations, credits of
// pictures.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// What the steps below share.
struct SetApartContext {
  const std::vector<TextLine>& lines;
  const Layout& layout;
  std::vector<Inference>& inferences;
};

// "* * *", "---": ThematicBreak. Runs first, before such a line is taken for a list.
void find_separators(std::vector<Piece>& pieces);

// Runs of three or more short lines without blank lines between, that end neither at a margin nor
// each with its sentence: VerseLine. Needs a text whose paragraphs are set apart by blank lines.
void find_verse(std::vector<Piece>& pieces, const SetApartContext& context);

// Whether the pieces [first, last) are verse by their words, and set in from the running text.
bool is_set_in_verse(const std::vector<Piece>& pieces, std::size_t first, std::size_t last,
                     const Layout& layout);

// Paragraphs indented beyond the running text, and paragraphs wholly in quotation marks after a
// colon: Quotation; the line that names who is quoted: QuotationSource.
void find_quotations(std::vector<Piece>& pieces, const SetApartContext& context);

// "Photo: Jane Roe": Credit.
void find_credits(std::vector<Piece>& pieces, const SetApartContext& context);

}  // namespace garland::plain
