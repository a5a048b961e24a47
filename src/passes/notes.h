// Notes and their marks. A mark without a note becomes text ("[^x]"), and a note without a mark
// moves to the end of the body; both are reported, because the source means something else.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

// The class of the division that holds a note without a mark.
constexpr const char* kUnmarkedNoteClass = "unmarked-note";

// Makes text of the marks that no note answers.
void write_out_lost_marks(Document& document, Diagnostics& diagnostics);

// Sets the notes in the order in which a reader meets their first marks and numbers them from 1. A
// note that is marked twice keeps one number. Marks whose note has moved to the body become text.
void number_notes(Document& document, Diagnostics& diagnostics);

}  // namespace garland
