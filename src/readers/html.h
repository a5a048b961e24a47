// The HTML reader, for saved pages: the tree that gumbo makes, the article found in it, what a site
// puts around an article set aside, and metadata from the page's head.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "document/document.h"
#include "readers/reader.h"

namespace garland {

// See Reader::read.
Document read_html(std::string_view text, std::string_view path, const ReaderOptions& options,
                   Diagnostics& diagnostics);

// See Reader::recognize: a doctype, or the tags that a page begins with.
int recognize_html(std::string_view text, std::string_view path);

}  // namespace garland
