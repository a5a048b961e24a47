// Reference sections: a heading that says so and entries that look like references, each with the
// annotation set under it.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// Marks ReferencesHeading, ReferenceEntry and ReferenceAnnotation. A heading counts only when most
// of what follows looks like references.
void find_references(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                     std::vector<Inference>& inferences);

// Marks a note on the author at the end: "About the author" and what follows, or a paragraph that
// begins with an author's name and says what he is. Kind AuthorNote.
void find_author_note(std::vector<Piece>& pieces, const Document& document,
                      const std::vector<TextLine>& lines, std::vector<Inference>& inferences);

}  // namespace garland::plain
