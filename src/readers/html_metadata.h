// What the head of a page says about its article: <title>, Open Graph and "article:" properties,
// <meta name="author">, Dublin Core and citation tags, schema.org data as JSON-LD.
#pragma once

#include "base/diagnostic.h"
#include "document/metadata.h"
#include "readers/markup.h"

namespace garland {

// Sets what `head` and the page's JSON-LD scripts say; the surer source wins.
void read_page_metadata(const Markup& page, Metadata& metadata, Diagnostics& diagnostics);

}  // namespace garland
