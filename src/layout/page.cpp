#include "layout/page.h"

namespace garland {
namespace {

void shift(Point& point, Length right, Length down) {
  point.x += right;
  point.y += down;
}

}  // namespace

void shift(PageItem& item, Length right, Length down) {
  if (auto* run = std::get_if<GlyphRun>(&item.content)) {
    shift(run->origin, right, down);
  } else if (auto* rule = std::get_if<Rule>(&item.content)) {
    shift(rule->rect.origin, right, down);
  } else {
    shift(std::get<PlacedPicture>(item.content).rect.origin, right, down);
  }
}

void shift(Page& page, Length right, Length down) {
  for (PageItem& item : page.items) shift(item, right, down);
  for (LinkArea& link : page.links) {
    for (Rect& rect : link.rects) shift(rect.origin, right, down);
  }
  for (Anchor& anchor : page.anchors) shift(anchor.place, right, down);
}

}  // namespace garland
