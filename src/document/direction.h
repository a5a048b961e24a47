// The direction that the text of a node runs in.
#pragma once

#include <string_view>

#include "base/unicode.h"
#include "document/inline.h"

namespace garland {

// What the node's `dir` says ("ltr" or "rtl"; HTML, 3.2.6.4), else the direction of its own
// language, else that of the text `around` it.
Direction direction_of(const Attributes& attributes, Direction around);

// As the value of `dir`.
std::string_view direction_name(Direction direction);

}  // namespace garland
