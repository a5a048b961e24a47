// Claims of copyright: "© 2020 The Harbour Post", "Copyright Jane Roe".
#pragma once

#include <string_view>

namespace garland {

// Whether a year or a name stands behind the signs of copyright that the text begins with, and
// behind "by": "(c) of the rules" and "© is a sign" claim nothing.
bool names_owner(std::string_view text);

// Whether rights are claimed anywhere in the text, or it speaks of copyright. Cost linear.
bool claims_rights(std::string_view text);

}  // namespace garland
