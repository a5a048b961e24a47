// Bibliographic data in front matter: `references:` as CSL-YAML (Pandoc's manual, "Citations").
#pragma once

#include <vector>

#include "base/value.h"
#include "document/document.h"

namespace garland {

// One entry for each map with an id in the list; anything else is passed over.
std::vector<ReferenceEntry> reference_entries_from(const Value& value);

}  // namespace garland
