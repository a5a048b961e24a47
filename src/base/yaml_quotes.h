// Quotation marks in YAML that nothing ends, which yaml-cpp lets run on over the lines below.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace garland {

// Ends, with its own line, every quoted value that another entry follows, indented no deeper than
// its own, before the mark that would end it: YAML 1.2, 6.3 and 7.3, lets no quotation go on there.
// So is one that nothing ends at all. Each is added to `found` with the place of its mark. Texts of
// block scalars ("|", ">") and comments are passed over. Keeps all lines and linear time.
std::string close_open_quotes(std::string_view text, std::vector<Error>& found);

}  // namespace garland
