#include "layout/galley/galley.h"

#include <iterator>
#include <utility>

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
  for (auto& [y, place] : slab.places) y += down;
}

PageItem rule_item(const Rect& rect, Color color) {
  PageItem item;
  item.content = Rule{rect, color};
  return item;
}

void add_to(Slab& whole, Slab slab, Length down) {
  shift(slab, Length(), down);
  std::move(slab.items.begin(), slab.items.end(), std::back_inserter(whole.items));
  std::move(slab.links.begin(), slab.links.end(), std::back_inserter(whole.links));
  std::move(slab.anchors.begin(), slab.anchors.end(), std::back_inserter(whole.anchors));
  std::move(slab.boxes.begin(), slab.boxes.end(), std::back_inserter(whole.boxes));
  whole.notes.insert(whole.notes.end(), slab.notes.begin(), slab.notes.end());
  if (slab.places.empty() && slab.place.is_text) slab.places.emplace_back(down, slab.place);
  std::move(slab.places.begin(), slab.places.end(), std::back_inserter(whole.places));
  if (!whole.place.is_text) whole.place = std::move(slab.place);
}

void make_artifact(Slabs& slabs) {
  for (Slab& slab : slabs) {
    for (PageItem& item : slab.items) item.structure = kArtifact;
    slab.links.clear();
    slab.anchors.clear();
    slab.boxes.clear();
    slab.notes.clear();
    slab.place = {};
    slab.places.clear();
  }
}

Slab joined(Slabs slabs) {
  Slab whole;
  Length y;
  for (Slab& slab : slabs) {
    const bool is_first = &slab == &slabs.front();
    if (is_first) whole.baseline = slab.baseline;
    if (!is_first) y += slab.space_before;
    const Length next = y + slab.height;
    add_to(whole, std::move(slab), y);
    y = next;
  }
  whole.height = y;
  return whole;
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
