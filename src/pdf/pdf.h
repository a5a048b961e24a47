// The PDF writer: a Packet becomes the bytes of a tagged PDF 1.7 file (ISO 32000-1), PDF/UA-1 and
// PDF/A-2a, with attachments PDF/A-3a, by libharu's object layer.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "pdf/attachments.h"
#include "pictures/picture.h"
#include "style/print.h"

namespace garland {

// `pictures` holds every Picture the pages name. Errors: a library failed, with its own words;
// what embed_files() says of `attachments`. Of `print`, bleed, marks and colours count here.
// Same packet, same bytes. Takes the packet to forget each page once it is written: its glyphs are
// most of the memory that a long book needs.
Result<std::string> write_pdf(Packet packet, const std::vector<Picture>& pictures,
                              FontLibrary& fonts, const std::vector<Attachment>& attachments = {},
                              const PrintSettings& print = {});

}  // namespace garland
