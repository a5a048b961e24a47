#include "pdf/frame.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "judges.h"
#include "packet_builder.h"

namespace garland {
namespace {

using test::contains;
using test::PacketBuilder;

PrintSettings cropped() {
  PrintSettings print;
  print.bleed = 9_pt;
  print.has_crop_marks = true;
  return print;
}

// A page of 400 by 600 points with a heading, a link, a place and a picture.
PacketBuilder small_page(const Picture& picture) {
  PacketBuilder b;
  b.add_page("1");
  b.page().width = 400_pt;
  b.page().height = 600_pt;
  b.page().anchors.push_back({"there", {50_pt, 60_pt}});
  const StructureId heading = b.add_node(0, StructureType::H1);
  const StructureId link = b.add_node(heading, StructureType::Link);
  b.add_link(link, {b.add_text(link, "Words")}, "", "there", "Words");
  const StructureId figure = b.add_node(0, StructureType::Figure);
  b.node(figure).alternative = "Grey squares";
  b.node(figure).has_box = true;
  b.node(figure).box = {{50_pt, 80_pt}, 100_pt, 100_pt};
  b.add_picture(figure, picture);
  return b;
}

TEST_CASE(
    "with bleed and crop marks the boxes lie within each other and the file keeps its rules") {
  const Picture picture = test::make_png(4, 4, 3, false);
  const std::string pdf = test::write_printed(small_page(picture).packet, {picture}, cropped());
  test::check_file(pdf);
  const auto objects = test::objects_of(pdf);
  if (!objects) return;
  const double around = 9 + kMarkLength.points();
  const PageBoxes boxes = boxes_of(400_pt, 600_pt, cropped());
  CHECK(boxes.trim_inset.points() == doctest::Approx(around).epsilon(0.001));
  CHECK(boxes.bleed_inset == kMarkLength);
  CHECK(boxes.width.points() == doctest::Approx(400 + around * 2).epsilon(0.001));
  for (const char* box : {"/MediaBox", "/BleedBox", "/TrimBox"}) CHECK(contains(*objects, box));
}

TEST_CASE("everything on a page moves with it into the larger one") {
  const Picture picture = test::make_png(4, 4, 3, false);
  const Packet before = small_page(picture).packet;
  Packet after = before;
  frame_pages(after, cropped());
  const Length moved = boxes_of(400_pt, 600_pt, cropped()).trim_inset;
  const auto place = [](const Packet& packet) {
    return std::get<GlyphRun>(packet.pages[0].items[0].content).origin;
  };
  CHECK(place(after).x == place(before).x + moved);
  CHECK(place(after).y == place(before).y + moved);
  CHECK(after.pages[0].anchors[0].place.y == before.pages[0].anchors[0].place.y + moved);
  const auto link_left = [](const Packet& packet) {
    return packet.pages[0].links[0].rects[0].origin.x;
  };
  CHECK(link_left(after) == link_left(before) + moved);
  CHECK(after.structure.back().box.origin.x == before.structure.back().box.origin.x + moved);
}

TEST_CASE("crop marks are artifacts, outside the trimmed page and its bleed, inside the paper") {
  for (const Length bleed : {Length(), 3_pt + Length(), 20_pt + Length()}) {
    CAPTURE(bleed.points());
    PrintSettings print = cropped();
    print.bleed = bleed;
    PacketBuilder b;
    b.add_page();
    b.page().width = 400_pt;
    b.page().height = 600_pt;
    frame_pages(b.packet, print);
    const Page& page = b.page();
    const PageBoxes boxes = boxes_of(400_pt, 600_pt, print);
    CHECK(page.width == boxes.width);
    REQUIRE(page.items.size() == 8);
    for (const PageItem& item : page.items) {
      CHECK(item.structure == kArtifact);
      const Rect mark = std::get<Rule>(item.content).rect;
      const Length in = boxes.bleed_inset;
      const bool is_beside = mark.origin.x + mark.width <= in || mark.origin.x >= page.width - in;
      const bool is_above_or_below =
          mark.origin.y + mark.height <= in || mark.origin.y >= page.height - in;
      CHECK((is_beside || is_above_or_below));
      CHECK(mark.origin.x >= Length());
      CHECK(mark.origin.y >= Length());
      CHECK(mark.origin.x + mark.width <= page.width);
      CHECK(mark.origin.y + mark.height <= page.height);
    }
  }
}

TEST_CASE("without bleed and marks pages have one box and stay where they are") {
  PacketBuilder b;
  b.add_page();
  b.add_block(0, StructureType::H1, "Words");
  const auto objects = test::objects_of(test::write(b.packet));
  if (!objects) return;
  CHECK_FALSE(contains(*objects, "/TrimBox"));
}

}  // namespace
}  // namespace garland
