// The Markdown of Franklin, a site generator in Julia, as far as it differs: "@@class … @@" is a
// division, "~~~" holds HTML, and commands are LaTeX's.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"

namespace garland {

// Whether front matter has keys that no other generator has.
bool is_franklin(const Value& front);

// The body in the forms that others know, line for line.
std::string from_franklin(std::string_view text);

}  // namespace garland
