// Who wrote an article and when, by what its page shows: names and dates at the head and foot of
// the article, links to authors, the date in the page's address.
#pragma once

#include "readers/html/article.h"
#include "readers/html/claims.h"
#include "readers/html/page.h"

namespace garland::html {

// Reads the head and foot of the article's scope, but for what is left out there.
void read_page_byline(const PageMap& page, const Article& article, Claims& claims);

// "/2024/05/06/" in the page's own address, as `claims` has it.
void read_address_date(Claims& claims);

}  // namespace garland::html
