// A picture that is all there is in its paragraph, be it linked, becomes a figure: its title is the
// caption, its alternative text stays for those who do not see it. Pictures in tables, in tight
// lists and in figures stay where they are.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

void set_lone_pictures(Document& document, Diagnostics& diagnostics);

}  // namespace garland
