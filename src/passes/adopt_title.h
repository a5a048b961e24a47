// The title stands once: in the metadata. A heading that opens the body and has the document's
// highest level alone becomes the title where none is known; a heading or paragraph at the
// beginning that only repeats title or subtitle leaves the body. Pictures and dropped text may
// stand before it.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

void adopt_title(Document& document, Diagnostics& diagnostics);

}  // namespace garland
