#include "pdf/sheets.h"

#include <doctest/doctest.h>

#include "judges.h"
#include "packet_builder.h"

namespace garland {
namespace {

using test::contains;
using test::PacketBuilder;

PacketBuilder pages(std::size_t count, const Picture& picture) {
  PacketBuilder b;
  for (std::size_t i = 0; i < count; ++i) {
    b.add_page(std::to_string(i + 1));
    b.add_block(0, i == 0 ? StructureType::H1 : StructureType::P,
                "Words of page " + std::to_string(i + 1));
  }
  b.add_picture(kArtifact, picture);
  return b;
}

std::string write_with(const Packet& packet, const Picture& picture, const SheetSettings& sheets) {
  PrintSettings print;
  print.bleed = 5_pt;
  print.sheets = sheets;
  Result<std::string> file = write_sheets(packet, {picture}, test::library(), print);
  REQUIRE_MESSAGE(file.ok(), (file.ok() ? "" : file.error().message));
  return *file;
}

TEST_CASE("booklets and grids are sound PDF/A files that have every page") {
  const Picture picture = test::make_png(4, 4, 3, false);
  const Packet packet = pages(6, picture).packet;
  SheetSettings booklet;
  booklet.signature = 4;
  booklet.has_marks = true;
  SheetSettings grid;
  grid.way = SheetSettings::Way::Grid;
  grid.up = 4;
  grid.has_marks = true;
  for (const SheetSettings& sheets : {booklet, grid}) {
    const std::string file = write_with(packet, picture, sheets);
    test::check_untagged_file(file);
    const auto text = test::text_of(file);
    for (int i = 1; i <= 6 && text; ++i) {
      CHECK(contains(*text, "Words of page " + std::to_string(i)));
    }
    const auto objects = test::objects_of(file);
    if (!objects) continue;
    CHECK(contains(*objects, "/Subtype /Form"));
    CHECK(contains(*objects, "/PrintScaling /None"));
    CHECK(contains(*objects, "/DuplexFlipShortEdge") == (sheets.up != 4));
    CHECK_FALSE(contains(*objects, "/StructTreeRoot"));
  }
}

TEST_CASE("the same packet gives the same sheets") {
  const Picture picture = test::make_png(4, 4, 3, false);
  const Packet packet = pages(3, picture).packet;
  CHECK(write_with(packet, picture, {}) == write_with(packet, picture, {}));
}

}  // namespace
}  // namespace garland
