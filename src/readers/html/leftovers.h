// What a site puts around and into an article: menus, share bars, comments, cookie notes, related
// links. Only names and words that agree count; notes, captions, tables and quotations stay.
#pragma once

#include "readers/html/article.h"
#include "readers/html/page.h"

namespace garland::html {

// Marks what is the site's by name, wherever it stands; done before the article is looked for.
// What holds most of the page's prose is never left out.
void leave_out_by_name(PageMap& page);

// Marks what stands in the article's parts and is no part of it: lines that say who, when and
// where filed at its head and foot, lists of links at its edges, boxes of related links, the list
// of its own headings, tools beside headings and code.
void leave_out_of_article(PageMap& page, const Article& article);

}  // namespace garland::html
