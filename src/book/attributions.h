// Attributions in the back matter, after Creative Commons' recommended practice: title, author,
// source, licence (TASL).
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "book/anthology.h"

namespace garland {

// One attribution a work, and one a picture that has a credit or an address, in reading order. Says
// only what is known.
std::vector<Attribution> make_attributions(const Anthology& anthology);

// Reports what the attribution of an article lacks: author, date, source. Not for introductions,
// which are the editors' own.
void report_missing_attribution(const Work& work, Diagnostics& diagnostics);

}  // namespace garland
