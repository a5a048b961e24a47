// Notes in the order in which a reader meets their first marks, numbered from 1. A note that is
// marked twice keeps one number. A mark without a note becomes text ("[^x]"), and a note without a
// mark moves to the end of the body; both are reported, because the source means something else.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

// The class of the division that holds a note without a mark.
constexpr const char* kUnmarkedNoteClass = "unmarked-note";

void number_notes(Document& document, Diagnostics& diagnostics);

}  // namespace garland
