// The packet's pages on sheets of paper, in a file of their own for the copy shop: PDF/A-2b, for
// such a file has no order of reading. Each page is a form that the sheets show.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "pictures/picture.h"
#include "style/print.h"

namespace garland {

// Requires settings with sheets. Errors and order of bytes as of write_pdf().
Result<std::string> write_sheets(const Packet& packet, const std::vector<Picture>& pictures,
                                 FontLibrary& fonts, const PrintSettings& print);

}  // namespace garland
