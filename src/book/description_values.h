// Single values of the description: paths, names, identifiers. Each function reports what is wrong
// with the value, in its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "book/description.h"

namespace garland {

// A path of the description, relative to the folder; empty, with an error, when it is none or leads
// outside.
std::string folder_path(const Value& value, Diagnostics& diagnostics);

// A list's members, or the value itself as the only one.
std::vector<Value> members_of(const Value& value);

// The paths in a text or a list of texts, without those that are none.
std::vector<NamedFile> named_files(const Value& value, Diagnostics& diagnostics);

// Reports keys that no name has, and maps and empty texts that name nobody. `key` is what they
// stand under.
void check_names(std::string_view key, const Value& value, Diagnostics& diagnostics);

// The book's identifier as it is printed in its metadata: an ISBN as a URN; addresses and URNs as
// they are. Anything else is taken too, with a warning.
std::string identifier_from(const Value& value, Diagnostics& diagnostics);

}  // namespace garland
