// Gives every heading, block and note an identifier that is a name in the sense of XML (NCName) and
// unique in the document, made from its own words, so that it stays the same when other parts of
// the article change. Identifiers of the source are kept where they can be; links to those that
// had to change follow.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

void set_identifiers(Document& document, Diagnostics& diagnostics);

}  // namespace garland
