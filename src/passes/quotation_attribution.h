// Finds who is quoted: the last paragraph or line of a block quotation that begins with a dash
// ("— Jane Roe, Letters") becomes the quotation's attribution, without the dash. A quotation of
// dialogue, where other paragraphs begin with a dash too, stays as it is.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

void attribute_quotations(Document& document, Diagnostics& diagnostics);

}  // namespace garland
