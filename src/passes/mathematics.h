// Formulas that the writers cannot set.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

// Warns of each formula that is more than the books can set (document/math.h), and so is printed as
// TeX. Changes nothing.
void check_mathematics(Document& document, Diagnostics& diagnostics);

}  // namespace garland
