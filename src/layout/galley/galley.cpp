#include "layout/galley/galley.h"

namespace garland {
namespace {

void shift(Rect& rect, Length right, Length down) {
  rect.origin.x += right;
  rect.origin.y += down;
}

}  // namespace

void shift(Slab& slab, Length right, Length down) {
  for (PageItem& item : slab.items) shift(item, right, down);
  for (LinkPiece& piece : slab.links) shift(piece.rect, right, down);
  for (NodeBox& box : slab.boxes) shift(box.rect, right, down);
  for (Anchor& anchor : slab.anchors) {
    anchor.place.x += right;
    anchor.place.y += down;
  }
}

PageItem rule_item(const Rect& rect, Color color) {
  PageItem item;
  item.content = Rule{rect, color};
  return item;
}

Length height_of(const Slabs& slabs) {
  Length height;
  for (const Slab& slab : slabs) {
    if (&slab != &slabs.front()) height += slab.space_before;
    height += slab.height;
  }
  return height;
}

}  // namespace garland
