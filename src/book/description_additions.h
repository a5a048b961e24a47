// New sources for a description that somebody wrote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace garland {

// The description with the entries at the end of its `contents:`; all else, comments too, stays as
// it is written. Only where the contents stand in one line ("[a.md, b.md]") is the whole file
// written anew, with the same values.
std::string with_sources(std::string_view yaml, const std::vector<Value>& entries);

}  // namespace garland
