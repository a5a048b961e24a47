// What Unicode says of signs that several scripts share, by ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace garland {

// ISO 15924 codes of the scripts that use a common or inherited character (Script_Extensions, annex
// 24), in ICU's order; empty for one that all scripts may use.
std::vector<std::string_view> script_extensions(char32_t c);

// The script that a language (BCP 47) is usually written in ("Deva" for "hi"); empty when that is
// not known.
std::string script_of_language(std::string_view language);

// A letter of such a script, in UTF-8, which may be one of a language's mixture ("Jpan"); empty for
// one that is not known.
std::string letter_of_script(std::string_view script);

}  // namespace garland
