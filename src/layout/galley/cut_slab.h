// What is higher than a page goes on overleaf.
#pragma once

#include "layout/galley/galley.h"

namespace garland {

// Cuts a slab into pieces of at most `most`, between its lines: of each column what fits. Nothing
// is lost; only a single item that is higher makes a higher piece. The first piece has the slab's
// notes and white space, and a page may end behind each. Cost: items times their logarithm.
Slabs cut_slab(Slab slab, Length most);

}  // namespace garland
