// The PDF writer: a Packet becomes the bytes of a tagged PDF 1.7 file (ISO 32000-1), PDF/UA-1 and
// PDF/A-2a, by libharu's object layer.
#pragma once

#include <string>

#include "base/result.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "pictures/picture.h"

namespace garland {

// `pictures` holds every Picture the pages name. Errors: a library failed, with its own words.
// Same packet, same bytes. Takes the packet to forget each page once it is written: its glyphs are
// most of the memory that a long book needs.
Result<std::string> write_pdf(Packet packet, const std::vector<Picture>& pictures,
                              FontLibrary& fonts);

}  // namespace garland
