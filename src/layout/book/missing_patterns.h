// Languages of a book whose words stay whole because no hyphenation dictionary is installed.
#pragma once

#include "base/diagnostic.h"
#include "book/anthology.h"

namespace garland {

// A note for each language of an article, by its primary subtag, in alphabetical order; only for
// scripts whose words are divided with hyphens.
void report_missing_patterns(const Anthology& anthology, Diagnostics& diagnostics);

}  // namespace garland
