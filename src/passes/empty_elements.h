// Leaves out what holds nothing: empty paragraphs, spans, list items, and whatever is empty once
// these are gone. An element with an identifier stays, because a link may lead to it. Neighbouring
// texts become one. Loses no text.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

void drop_empty_elements(Document& document, Diagnostics& diagnostics);

}  // namespace garland
