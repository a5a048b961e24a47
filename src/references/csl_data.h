// CSL-JSON, and the same as YAML, to entries (CSL-JSON schema, "csl-data").
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "document/document.h"

namespace garland {

// Takes a list of items, or a map with one under "references" or "items". What is no item, and
// items without an id, are reported and left out.
std::vector<ReferenceEntry> entries_from_csl(const Value& data, Diagnostics& diagnostics);

}  // namespace garland
