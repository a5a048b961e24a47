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

// Whether the line is the name of who said the words above it: "— Jane Roe, A Book".
bool tells_source(const Piece& piece);

// Paragraphs indented beyond the running text, and paragraphs wholly in quotation marks after a
// colon, sentences right above the name of who said them: Quotation; the line that names who is
// quoted: QuotationSource.
void find_quotations(std::vector<Piece>& pieces, const SetApartContext& context);

// "Photo: Jane Roe": Credit.
void find_credits(std::vector<Piece>& pieces, const SetApartContext& context);

}  // namespace garland::plain
