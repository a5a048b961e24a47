// Blocks in another direction than their article's.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "layout/books.h"
#include "layout/layout.h"
#include "support/tree.h"

namespace garland {
namespace {

using test::anthology_of;
using test::lay_out_book;
using tree::blocks;
using tree::paragraph;

Block in_direction(Block block, std::string direction) {
  block.attributes.pairs.emplace_back("dir", std::move(direction));
  return block;
}

Packet packet_of(Blocks body) {
  return lay_out_book(anthology_of({test::work_of("sea", "The Sea", std::move(body))}));
}

// The first run of the article that has these letters in it.
const GlyphRun& run_with(const Packet& packet, const std::string& letters) {
  for (const Page* page : test::pages_of(packet, "sea")) {
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text.find(letters) != std::string::npos) return *run;
    }
  }
  FAIL("no run has the letters ", letters);
  throw std::logic_error("unreachable");
}

Length left_of(const Packet& packet, const std::string& letters) {
  return run_with(packet, letters).origin.x;
}

const StructureNode& node_of(const Packet& packet, StructureType type) {
  const auto found = std::find_if(packet.structure.begin(), packet.structure.end(),
                                  [type](const StructureNode& node) { return node.type == type; });
  REQUIRE(found != packet.structure.end());
  return *found;
}

Length middle_of_page() { return test::reader_theme().page.width / 2; }

}  // namespace

TEST_CASE("a paragraph begins on the side that its direction says") {
  const Packet packet =
      packet_of(blocks(paragraph("Plain."), in_direction(paragraph("שלום"), "rtl"),
                       in_direction(paragraph("Left."), "LTR")));
  CHECK(left_of(packet, "Plain") < middle_of_page());
  CHECK(left_of(packet, "שלום") > middle_of_page());
  CHECK(left_of(packet, "Left") < middle_of_page());
  test::check_packet(packet, test::reader_theme());
}

TEST_CASE("what a paragraph says of its direction counts more than its language") {
  Block hebrew = in_direction(paragraph("שלום"), "ltr");
  hebrew.attributes.language = "he";
  CHECK(left_of(packet_of(blocks(std::move(hebrew))), "שלום") < middle_of_page());
}

TEST_CASE("the full stop of a paragraph stands where its lines end") {
  for (const bool is_turned : {false, true}) {
    CAPTURE(is_turned);
    Block block = paragraph("שלום עולם.");
    if (is_turned) block.attributes.language = "he";
    const Packet packet = packet_of(blocks(std::move(block)));
    CHECK(run_with(packet, ".").is_right_to_left == is_turned);
  }
}

TEST_CASE("the marks of a list stand on the side of its direction") {
  const Packet packet =
      packet_of(blocks(in_direction(tree::bullets(tree::item(paragraph("שלום"))), "rtl")));
  CHECK(left_of(packet, "•") > left_of(packet, "שלום"));
  CHECK(node_of(packet, StructureType::L).direction == Direction::RightToLeft);
}

TEST_CASE("the point of an item's number stands between the number and the item") {
  for (const char* direction : {"ltr", "rtl"}) {
    CAPTURE(direction);
    Block list = in_direction(tree::bullets(tree::item(paragraph("שלום"))), direction);
    list.as<List>()->kind = List::Kind::Ordered;
    const Packet packet = packet_of(blocks(std::move(list)));
    const bool is_turned = direction == std::string("rtl");
    CHECK((left_of(packet, ".") < left_of(packet, "1")) == is_turned);
    CHECK((left_of(packet, "שלום") < left_of(packet, "1")) == is_turned);
  }
}

TEST_CASE("the structure says where the direction changes, once") {
  Block quotation = tree::quotation(paragraph("שלום"), in_direction(paragraph("Left."), "ltr"));
  quotation.attributes.language = "he";
  const Packet packet = packet_of(blocks(paragraph("Plain."), std::move(quotation)));
  CHECK(node_of(packet, StructureType::BlockQuote).direction == Direction::RightToLeft);
  const auto count = [&packet](Direction direction) {
    return std::count_if(packet.structure.begin(), packet.structure.end(),
                         [&](const StructureNode& node) { return node.direction == direction; });
  };
  CHECK(count(Direction::RightToLeft) == 1);
  CHECK(count(Direction::LeftToRight) == 1);
}

TEST_CASE("code runs from left to right among words that do not") {
  Block block = paragraph("אחד ", Inline{Code{"f(x);"}, {}, {}}, " שתיים");
  block.attributes.language = "he";
  const Packet packet = packet_of(blocks(std::move(block)));
  CHECK(run_with(packet, "f(x);").is_right_to_left == false);
  CHECK(left_of(packet, "f(x);") < left_of(packet, "אחד"));
}

TEST_CASE("words in another direction keep their points") {
  Inline words = tree::span("שלום!");
  words.attributes.language = "he";
  const Packet packet = packet_of(blocks(paragraph("One ", words, " two.")));
  CHECK(run_with(packet, "!").is_right_to_left);
}

TEST_CASE("columns of numbers stand unit below unit, in every direction") {
  const auto cell = [](Block words) {
    TableCell made;
    made.blocks = blocks(std::move(words));
    return made;
  };
  for (const char* direction : {"ltr", "rtl"}) {
    CAPTURE(direction);
    Table table;
    table.columns = {Alignment::Default, Alignment::Right};
    table.head.push_back({{cell(paragraph("בית")), cell(paragraph("HEADOFCOLUMN"))}});
    for (const char* number : {"7", "1,234.5", "88"}) {
      table.body.push_back({{cell(paragraph("אור")), cell(paragraph(number))}});
    }
    table.body.push_back({{cell(paragraph("אור")), cell(in_direction(paragraph("999"), "ltr"))}});
    const Packet packet =
        packet_of(blocks(in_direction(Block{std::move(table), {}, {}}, direction)));
    const Length left = left_of(packet, "1,234.5");
    const Length seven = left_of(packet, "7");
    const Length two_eights = left_of(packet, "88");
    const Length nines = left_of(packet, "999");
    // Figures have one width in tables: each ends where the longest does.
    CHECK(seven > two_eights);
    CHECK(two_eights > nines);
    CHECK(nines > left);
    const Length figure = seven - two_eights;
    const Length other = two_eights - nines;
    CHECK(other < figure + 0.1_pt);
    CHECK(other > figure - 0.1_pt);
  }
}

}  // namespace garland
