// Tables drawn in plain text: with bars ("| a | b |"), box characters, tabs, or columns kept apart
// by spaces. Only tables whose rows agree in their columns are taken apart; all else stays as it
// is.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/dialect.h"
#include "readers/plain_text/regions.h"

namespace garland::plain {

// The tables among the lines that are in no region yet, ascending. Records each. Cost linear in the
// text.
std::vector<Region> find_tables(const std::vector<TextLine>& lines,
                                std::vector<Inference>& inferences);

// The table of a region that find_tables gave. A row above a rule is its header. The dialect knows
// the addresses of the links in its cells.
Table build_table(const std::vector<TextLine>& lines, const Region& region, const Dialect& dialect);

}  // namespace garland::plain
