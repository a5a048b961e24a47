// Pages whose article is one preformatted text: archives of mailing lists, RFCs, plain files that a
// browser saved as a page. What is prose there is read as a plain text is.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"
#include "readers/reader.h"

namespace garland {

// As Reader::read; reads the page as read_html does, and then most of its words by read_plain_text
// where these stand in one <pre> (or several with rules between) and that reader finds no code in
// them. The page's own metadata count for more than the text's.
Document read_page(std::string_view text, std::string_view path, const ReaderOptions& options,
                   Diagnostics& diagnostics);

}  // namespace garland
