// Pages of a galley: every slab at its place.
#pragma once

#include <vector>

#include "layout/galley/galley.h"
#include "layout/page.h"
#include "layout/pages/break_pages.h"
#include "style/theme.h"

namespace garland {

// A page by itself, not yet in a book. Points are measured from the text block's top left corner;
// the label is empty.
struct MadePage {
  Page page;
  bool opens = false;         // an opening, which has no running head
  bool is_for_notes = false;  // of readers; nothing of the text stands on it
  std::vector<Length> lines;  // baselines of running text, where the theme numbers lines
  Length filled;              // height of what stands on it, without the white between
};

// Structure ids and box pages are the set's own.
struct PageSet {
  std::vector<MadePage> pages;
  std::vector<StructureNode> structure;
  std::vector<OutlineEntry> outline;
};

// A galley and its page breaks, as long as the side of its first page is open.
struct PagePlan {
  Galley galley;
  PageBreaks breaks;
};
PagePlan plan_pages(Galley galley, const Theme& theme);

// The pages of a place (book/page_list.h), which page beginnings name.
PageSet make_pages(PagePlan plan, const Theme& theme, const std::string& place, Side first);

// The same for a galley whose pages are not planned yet.
PageSet make_pages(Galley galley, const Theme& theme, const std::string& place, Side first);

}  // namespace garland
