// The words that tell the parts of a name. Shared by names.cpp (the parts of one name) and
// name_lists.cpp (which names a text holds).
#pragma once

#include <string>
#include <string_view>

namespace garland {

// "van", "de", "ibn": in lower case it opens a family name wherever it stands.
bool is_particle(std::string_view word);
// The same with a capital, which counts right before the family's last word: "Le Guin".
bool is_capital_particle(std::string_view word);
// "Jr.", "III", "PhD": behind a name.
bool is_suffix(std::string_view word);
// "Dr.", "Prof.", "Sir": before a name, and no part of it.
bool is_honorific(std::string_view word);
// "J.", "J.-P.", "J. R.": given names cut to their initials.
bool is_initials(std::string_view text);
// Whether the name is that of an organisation or group: it has a word that only such names have.
bool names_a_body(std::string_view name);

}  // namespace garland
