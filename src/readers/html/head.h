// What the parts of a page that only programs read say of its article: <title>, <meta>, <link>,
// JSON-LD, microdata, RDFa and microformats.
#pragma once

#include "readers/html/claims.h"
#include "readers/markup/markup.h"

namespace garland::html {

// Reads them all; `page` as it was parsed, scripts and hidden elements included.
void read_page_data(const Markup& page, Claims& claims);

// A text of JSON-LD (schema.org): articles in lists, graphs and under other things; people by name
// or by reference to an entry of the graph. What is no JSON says nothing.
void read_linked_data(std::string_view json, SourceRange range, Claims& claims);

}  // namespace garland::html
