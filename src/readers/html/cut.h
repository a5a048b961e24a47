// Cuts the article out of its page.
#pragma once

#include "document/document.h"
#include "readers/html/article.h"
#include "readers/html/page.h"
#include "readers/wishes/wishes.h"

namespace garland::html {

// The article's nodes, without what was left out but for what is wished to be kept. Empties the
// page's tree. Every word of the page that is not in the result is in `dropped`, in order, with the
// reason.
MarkupList cut_article(PageMap& page, const Article& article, Wishes& wishes, Blocks& dropped);

}  // namespace garland::html
