// Links of sources to links of the book.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "book/anthology.h"

namespace garland {

// Resolves every link that is Unresolved: to a place in the same work, to another work of the book
// by the path of its source, or to an address outside. What leads nowhere, or is not safe to
// follow, becomes Broken and is reported with its line. `works` are all works of the book; `jobs`
// threads.
void resolve_links(const std::vector<Work*>& works, unsigned jobs, Diagnostics& diagnostics);

}  // namespace garland
