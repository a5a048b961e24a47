// The markup of CSL's text fields (CSL 1.0.2, "Rich text markup within fields") to inlines.
#pragma once

#include <string>
#include <string_view>

#include "document/inline.h"

namespace garland {

// <i>, <b>, <sup>, <sub>, <sc> and <span> become nodes; any other "<" is text. Tags without a
// partner close at the end. Cost: linear.
Inlines inlines_from_rich_text(std::string_view text);

// Adds text to the last Text node, or as a new one.
void append_text(Inlines& inlines, std::string_view text);

}  // namespace garland
