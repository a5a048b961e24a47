// Places where a line may end, found faster than by base/unicode's line_breaks for ordinary prose.
#pragma once

#include <string_view>
#include <vector>

#include "base/unicode.h"

namespace garland {

// The same as line_breaks(text, language): Unicode annex 14, ascending, the text's end last. Words
// of letters, figures and common points are judged here, all others by line_breaks.
std::vector<BreakOpportunity> find_opportunities(std::string_view text, std::string_view language);

}  // namespace garland
