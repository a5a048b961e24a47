// By what words a text tells that somebody speaks.
#pragma once

#include <string_view>

namespace garland {

// "It waits, said Grandmother": a verb of saying right behind a comma, a question or an
// exclamation. Linear in the text.
bool tells_speech(std::string_view text);

}  // namespace garland
