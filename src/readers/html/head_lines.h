// The lines at an article's head that only say who wrote it, and when: a book prints that itself.
#pragma once

#include <string>
#include <vector>

#include "document/metadata.h"
#include "readers/html/article.h"
#include "readers/html/page.h"

namespace garland::html {

// The words of a block, each line that a break ends by itself; of one that holds other blocks all
// in one. Empty lines are left out.
std::vector<std::string> lines_of(const Markup& block);

// Leaves out the blocks before the article's text all of whose lines say nothing that `metadata`
// does not have: its title, authors and date, what a site counts and writes on its buttons.
void leave_out_head_lines(PageMap& page, const Article& article, const Metadata& metadata);

}  // namespace garland::html
