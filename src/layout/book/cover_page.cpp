// The anthology's cover as the packet's first page.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "layout/book/matter.h"
#include "layout/galley/galley.h"

namespace garland {
namespace {

// The largest rectangle of the picture's shape in the middle of another.
Rect fitted(const Picture& picture, const Rect& room) {
  const double scale = std::min(room.width.points() / std::max(picture.width_px, 1),
                                room.height.points() / std::max(picture.height_px, 1));
  Rect rect = room;
  rect.width = Length::from_points(picture.width_px * scale);
  rect.height = Length::from_points(picture.height_px * scale);
  rect.origin.x += (room.width - rect.width) / 2;
  rect.origin.y += (room.height - rect.height) / 2;
  return rect;
}

void add_structure(PageSet& set, const MatterContext& context) {
  const BookMetadata& metadata = context.anthology.metadata;
  StructureNode section;
  section.type = StructureType::Sect;
  section.children = {1};
  StructureNode figure;
  figure.type = StructureType::Figure;
  figure.parent = 0;
  figure.alternative = fmt::format("{}: {}", context.anthology.words["cover"], metadata.title);
  figure.has_box = true;
  set.structure.push_back(std::move(section));
  set.structure.push_back(std::move(figure));
}

}  // namespace

PageSet make_cover_page(const MatterContext& context, const Picture& cover) {
  const PageGeometry& geometry = context.theme.page;
  const Length bleed = context.theme.print.bleed;
  const Rect room{{-bleed, -bleed}, geometry.width + bleed * 2, geometry.height + bleed * 2};
  MadePage made;
  made.opens = true;
  made.filled = geometry.height;
  made.page.label = context.anthology.words["cover"];
  made.page.items.push_back(rule_item(room, context.theme.cover_background));
  made.page.items.push_back({PlacedPicture{fitted(cover, room), cover.id}, 1});
  PageSet set;
  add_structure(set, context);
  set.structure.back().box = {{}, geometry.width, geometry.height};
  set.pages.push_back(std::move(made));
  return set;
}

}  // namespace garland
