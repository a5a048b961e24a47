// The XMP packet (ISO 16684-1): what the file is about, and which standards it keeps to.
#pragma once

#include <string>

#include "layout/page.h"

namespace garland {

// Title, authors, language and the rest as the packet has them; PDF/UA-1 and PDF/A-2a
// identification with the extension schema that describes the former (PDF/A-2, 6.6.2.3).
std::string make_xmp(const Packet& packet, std::string_view producer);

}  // namespace garland
