// Pages of a galley: every slab at its place.
#pragma once

#include <vector>

#include "layout/galley/galley.h"
#include "layout/page.h"
#include "layout/pages/break_pages.h"
#include "style/theme.h"

namespace garland {

// Pages by themselves, not yet in a book. Points are measured from the text block's top left
// corner; structure ids and box pages are the set's own; labels are empty.
struct PageSet {
  std::vector<Page> pages;
  std::vector<bool> opens;  // by page: an opening, which has no running head
  // By page: the baselines of its lines of running text, where the theme numbers lines.
  std::vector<std::vector<Length>> lines;
  // By page: the height of what stands on it, without the white between.
  std::vector<Length> filled;
  std::vector<StructureNode> structure;
  std::vector<OutlineEntry> outline;
};

// A galley and its page breaks, as long as the side of its first page is open.
struct PagePlan {
  Galley galley;
  PageBreaks breaks;
};
PagePlan plan_pages(Galley galley, const Theme& theme);

// The pages of a work, whose id page beginnings name.
PageSet make_pages(PagePlan plan, const Theme& theme, const std::string& work, Side first);

// Pages that belong to no work.
PageSet make_pages(Galley galley, const Theme& theme, Side first = Side::Recto);

}  // namespace garland
