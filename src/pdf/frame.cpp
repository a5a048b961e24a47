#include "pdf/frame.h"

#include <algorithm>

namespace garland {
namespace {

// From the trimmed page to the marks' near ends: a knife that is not quite true does not leave them
// on the page.
constexpr Length kLeastOffset = 3_mm;
// A hair line: what any device can still draw.
constexpr Length kMarkWeight = 0.25_pt;

Length mark_offset(const PrintSettings& print) { return std::max(print.bleed, kLeastOffset); }

// From the sheet's edge to the trimmed page.
Length room_around(const PrintSettings& print) {
  return print.has_crop_marks ? mark_offset(print) + kMarkLength : print.bleed;
}

PageItem line(const Rect& rect) { return {Rule{rect, {}}, kArtifact}; }

}  // namespace

PageBoxes boxes_of(Length width, Length height, const PrintSettings& print) {
  const Length around = room_around(print);
  return {width + around * 2, height + around * 2, around - print.bleed, around};
}

PageItem mark_across(const Point& from, Length length) {
  return line({{from.x, from.y - kMarkWeight / 2}, length, kMarkWeight});
}

PageItem mark_down(const Point& from, Length length) {
  return line({{from.x - kMarkWeight / 2, from.y}, kMarkWeight, length});
}

std::vector<PageItem> corner_marks(const Rect& rect, Length offset) {
  const Length left = rect.origin.x;
  const Length right = left + rect.width;
  const Length top = rect.origin.y;
  const Length foot = top + rect.height;
  std::vector<PageItem> marks;
  for (const Length y : {top, foot}) {
    marks.push_back(mark_across({left - offset - kMarkLength, y}, kMarkLength));
    marks.push_back(mark_across({right + offset, y}, kMarkLength));
  }
  for (const Length x : {left, right}) {
    marks.push_back(mark_down({x, top - offset - kMarkLength}, kMarkLength));
    marks.push_back(mark_down({x, foot + offset}, kMarkLength));
  }
  return marks;
}

void frame_pages(Packet& packet, const PrintSettings& print) {
  const Length around = room_around(print);
  if (around <= Length()) return;
  for (Page& page : packet.pages) {
    const Rect trimmed{{around, around}, page.width, page.height};
    shift(page, around, around);
    page.width += around * 2;
    page.height += around * 2;
    if (!print.has_crop_marks) continue;
    for (PageItem& mark : corner_marks(trimmed, mark_offset(print))) {
      page.items.push_back(std::move(mark));
    }
  }
  for (StructureNode& node : packet.structure) {
    if (!node.has_box) continue;
    node.box.origin.x += around;
    node.box.origin.y += around;
  }
}

}  // namespace garland
