// The XMP packet (ISO 16684-1): what the file is about, and which standards it keeps to.
#pragma once

#include <string>
#include <string_view>

#include "layout/page.h"

namespace garland {

// The part of PDF/A (ISO 19005) that a file keeps to, at level A. Part 3 is part 2 with attached
// files of any kind.
enum class Archive { Part2, Part3 };

// Title, authors, language and the rest as the packet has them; PDF/UA-1 and PDF/A
// identification with the extension schema that describes the former (PDF/A-2, 6.6.2.3).
std::string make_xmp(const Packet& packet, std::string_view producer, Archive archive);

}  // namespace garland
