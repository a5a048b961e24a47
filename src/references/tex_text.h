// TeX's way of writing text in a bibliography, to Unicode with CSL's markup.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// Accents ("\"o", "\c{c}"), letters ("\ss"), dashes, quotation marks, ties and the commands for
// emphasis are understood; of other commands the name is dropped and the argument kept. Braces are
// dropped. Runs of white space become one space. Cost: linear.
std::string text_from_tex(std::string_view tex);

}  // namespace garland
