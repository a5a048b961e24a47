// What the file says of itself: information dictionary, XMP, output intent, catalog entries
// (ISO 32000-1, 14.3 and 14.11.5).
#pragma once

#include <string>

#include "base/result.h"
#include "layout/page.h"
#include "pdf/haru.h"
#include "pdf/xmp.h"

namespace garland {

// Sets the information dictionary, adds XMP and colour profile, and gives the catalog entries for
// them, the document's language and its being tagged. Errors: the colour profile cannot be made.
Result<std::string> write_metadata(HaruDocument& document, const Packet& packet, Archive archive);

// "2025-03-19T00:00:00Z" as a PDF date (7.9.4); empty for anything else.
std::string pdf_date(std::string_view iso);

}  // namespace garland
