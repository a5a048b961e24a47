// Language tags (BCP 47).
#pragma once

#include <string>
#include <string_view>

namespace garland {

// The tag in its usual spelling ("en_us" gives "en-US"; RFC 5646, 2.1.1), or nothing for what is
// none, or of a language that nobody has registered (base/language_registry.h).
std::string language_tag(std::string_view written);

}  // namespace garland
