// Takes up where the article first appeared from a paragraph at its beginning or end that says
// nothing else ("Originally published in The Times"). The words move to the metadata, from which
// the source line prints them; a paragraph that says more than the metadata can take, or something
// else than the metadata already has, stays in the body.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

void adopt_original_source(Document& document, Diagnostics& diagnostics);

}  // namespace garland
