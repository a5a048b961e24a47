// The cover before the title page.
#include <doctest/doctest.h>

#include "layout/books.h"
#include "layout/layout.h"
#include "support/tree.h"

namespace garland {
namespace {

Packet bound_with(const Picture& cover, const Theme& theme) {
  Diagnostics diagnostics;
  return lay_out(test::anthology_of({test::work_of("a", "A", {tree::paragraph("Words.")})}), theme,
                 test::fonts(), {1, &cover}, diagnostics);
}

TEST_CASE("the cover fills page and bleed, and stands before all numbers") {
  Theme theme = test::reader_theme();
  theme.print.has_cover = true;
  theme.has_half_title = false;
  theme.print.bleed = 9_pt;
  const Picture cover = test::grey_picture(300, 300);
  const Packet packet = bound_with(cover, theme);
  REQUIRE(packet.pages.size() > 3);
  const Page& page = packet.pages.front();
  REQUIRE(page.items.size() == 2);
  const Rect ground = std::get<Rule>(page.items[0].content).rect;
  CHECK(page.items[0].structure == kArtifact);
  CHECK(ground.origin.x == -Length(9_pt));
  CHECK(ground.origin.y == -Length(9_pt));
  CHECK(ground.width == page.width + Length(18_pt));
  CHECK(ground.height == page.height + Length(18_pt));
  const Rect picture = std::get<PlacedPicture>(page.items[1].content).rect;
  CHECK(picture.width == ground.width);
  CHECK(picture.height.points() == doctest::Approx(picture.width.points()));
  const StructureNode& figure =
      packet.structure.at(static_cast<std::size_t>(page.items[1].structure));
  CHECK(figure.type == StructureType::Figure);
  CHECK_FALSE(figure.alternative.empty());
  CHECK(figure.box.width == page.width);
  CHECK(figure.box.origin.x == Length());
  CHECK(page.label == "Cover");
  CHECK(packet.pages[1].items.empty());
  CHECK(packet.pages[2].label == "i");
  CHECK(test::page_with_anchor(packet, "book/title") == &packet.pages[2]);
}

TEST_CASE("there is no cover where none is asked for, and no blank page behind it on one side") {
  const Picture cover = test::grey_picture(200, 300);
  CHECK(bound_with(cover, test::reader_theme()).pages.front().label == "i");
  Theme theme = test::theme_named("seminar");
  theme.print.has_cover = true;
  CHECK(bound_with(cover, theme).pages.at(1).label == "i");
}

}  // namespace
}  // namespace garland
