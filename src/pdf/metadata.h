// What the file says of itself: information dictionary, XMP, output intent, catalog entries
// (ISO 32000-1, 14.3 and 14.11.5).
#pragma once

#include <string>

#include "base/result.h"
#include "layout/page.h"
#include "pdf/haru.h"

namespace garland {

// Sets the information dictionary, adds XMP and colour profile, and gives the catalog entries for
// them, the document's language and its being tagged. Errors: the colour profile cannot be made.
Result<std::string> write_metadata(HaruDocument& document, const Packet& packet);

}  // namespace garland
