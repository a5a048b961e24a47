// The best places to end the pages of a galley: the sequence of pages whose costs are least, over
// all of them at once, as Knuth and Plass (1981) do for the lines of a paragraph.
#pragma once

#include <vector>

#include "layout/pages/fill_page.h"

namespace garland {

struct ChosenPage {
  PageStart start;
  PageEnd end;
  PageRoom room;  // to fill it with; higher than the others' where the page is a long one
};

// One entry a page; none for an empty galley. Cost: linear in the galley for a given page height.
std::vector<ChosenPage> break_pages(const Galley& galley, const PageRoom& frame);

}  // namespace garland
