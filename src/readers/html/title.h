// An article's title, by agreement of what its page says and shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readers/html/article.h"
#include "readers/html/claims.h"
#include "readers/html/page.h"

namespace garland::html {

struct PageTitle {
  std::string text;
  std::string why;  // in words
  SourceRange range;
};

// The headings at the article's head and the claims of the page's data, each freed of the site's
// name; a heading that the page's <title> repeats is the title as people see it.
std::optional<PageTitle> title_of_page(const PageMap& page, const Article& article,
                                       const Claims& claims);

// The line under the title that says more, where the page names it ("subtitle", "standfirst") and
// it stands before the article's text.
// `title` is the page's title: a heading right behind it, before the article, is a deck too.
std::optional<PageTitle> deck_of_page(const PageMap& page, const Article& article,
                                      std::string_view title);

// Whether letters and digits are the same, whatever stands between them.
bool is_same_title(std::string_view left, std::string_view right);

// "A title" for "A title | Site" and "Site: A title": parts set off by marks that are the site's
// name, or short beside the rest. `site` may be empty.
std::string without_site_name(std::string_view title, std::string_view site);

}  // namespace garland::html
