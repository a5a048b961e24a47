// The XMP packet (ISO 16684-1): what the file is about, and which standards it keeps to.
#pragma once

#include <string>
#include <string_view>

#include "layout/page.h"

namespace garland {

// The part of PDF/A (ISO 19005) that a file keeps to, at level A. Part 3 is part 2 with attached
// files of any kind. A file without tags is at level B, and keeps to PDF/A alone.
enum class Archive { Part2, Part3, Part2Untagged };

// Title, authors, language and the rest as the packet has them; PDF/A identification, and where
// there are tags PDF/UA-1 with the extension schema that describes it (PDF/A-2, 6.6.2.3).
std::string make_xmp(const Packet& packet, std::string_view producer, Archive archive);

}  // namespace garland
