#include "layout/page.h"

#include <type_traits>

namespace garland {
namespace {

void shift(Point& point, Length right, Length down) {
  point.x += right;
  point.y += down;
}

}  // namespace

const Rect* rect_of(const PageItem& item) {
  return std::visit(
      [](const auto& content) -> const Rect* {
        if constexpr (std::is_same_v<decltype(content), const GlyphRun&>) {
          return nullptr;
        } else {
          return &content.rect;
        }
      },
      item.content);
}

void shift(PageItem& item, Length right, Length down) {
  std::visit(
      [&](auto& content) {
        if constexpr (std::is_same_v<decltype(content), GlyphRun&>) {
          shift(content.origin, right, down);
        } else {
          shift(content.rect.origin, right, down);
        }
      },
      item.content);
}

void shift(Page& page, Length right, Length down) {
  for (PageItem& item : page.items) shift(item, right, down);
  for (LinkArea& link : page.links) {
    for (Rect& rect : link.rects) shift(rect.origin, right, down);
  }
  for (Anchor& anchor : page.anchors) shift(anchor.place, right, down);
}

}  // namespace garland
