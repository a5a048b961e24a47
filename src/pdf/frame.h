// Room around the packet's pages for what the print shop cuts off: the bleed and the crop marks
// (ISO 32000-1, 14.11.2 and 14.11.3).
#pragma once

#include <vector>

#include "layout/page.h"
#include "pdf/haru.h"
#include "style/print.h"

namespace garland {

// The boxes of a page of this trimmed size.
PageBoxes boxes_of(Length width, Length height, const PrintSettings& print);

// Moves what stands on the pages, and the places of the structure, into the larger pages, and adds
// the marks as artifacts. Does nothing where there is neither bleed nor mark.
void frame_pages(Packet& packet, const PrintSettings& print);

// Two marks at each corner of the rectangle, outside of it by `offset`.
std::vector<PageItem> corner_marks(const Rect& rect, Length offset);
// Lines as thin as the marks, from a point to the right or down.
PageItem mark_across(const Point& from, Length length);
PageItem mark_down(const Point& from, Length length);
constexpr Length kMarkLength = 5_mm;

}  // namespace garland
