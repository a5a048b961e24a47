// The packet's pages on sheets of paper, in a file of their own for the copy shop: PDF/A-2b, for
// such a file has no order of reading. Each page is a form that the sheets show.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "pictures/picture.h"
#include "style/print.h"

namespace garland {

struct SheetFile {
  std::string bytes;
  std::size_t side_count = 0;  // pages of the file
};

// Requires settings with sheets. Errors and order of bytes as of write_pdf().
Result<SheetFile> write_sheets(const Packet& packet, const std::vector<Picture>& pictures,
                               FontLibrary& fonts, const PrintSettings& print);

// Sheets of paper that so many sides take, printed on both.
constexpr std::size_t sheets_of(std::size_t side_count) { return (side_count + 1) / 2; }

}  // namespace garland
