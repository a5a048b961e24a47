// What stands in a page's margins: running heads, folios, numbers of lines.
#pragma once

#include "base/diagnostic.h"
#include "style/theme.h"

namespace garland {

// Moves it nearer to the text where it would stand on the rim that printers leave white; leaves out
// what would stand in the text or be cut off. `place`: of the setting that decides the margins; a
// warning names it where something is left out, or stands on the rim all the same.
void fit_margins(Theme& theme, const SourceRange& place, Diagnostics& diagnostics);

}  // namespace garland
