#include "pdf/check_packet.h"

#include <doctest/doctest.h>

#include <functional>

#include "packet_builder.h"

namespace garland {
namespace {

using test::PacketBuilder;

TEST_CASE("a packet that contradicts itself is refused, with what is wrong") {
  struct Case {
    const char* part_of_message;
    std::function<void(PacketBuilder&)> spoil;
  };
  const std::vector<Case> cases = {
      {"no pages", [](PacketBuilder& b) { b.packet.pages.clear(); }},
      {"root", [](PacketBuilder& b) { b.packet.structure.clear(); }},
      {"root", [](PacketBuilder& b) { b.node(0).parent = 0; }},
      {"lists child 99", [](PacketBuilder& b) { b.node(0).children.push_back(99); }},
      {"lists child 1", [](PacketBuilder& b) { b.node(0).children.push_back(1); }},
      {"lists child 0", [](PacketBuilder& b) { b.node(1).children.push_back(0); }},
      {"outside the tree", [](PacketBuilder& b) { b.node(0).children.clear(); }},
      {"a side is", [](PacketBuilder& b) { b.page().height = {}; }},
      {"belongs to no node", [](PacketBuilder& b) { b.page().items[0].structure = 7; }},
      {"text of no size",
       [](PacketBuilder& b) { std::get<GlyphRun>(b.page().items[0].content).size = {}; }},
      {"no picture 'gone'",
       [](PacketBuilder& b) {
         b.page().items.push_back({PlacedPicture{{}, "gone"}, 1});
       }},
      {"leads to 'gone'", [](PacketBuilder& b) { b.add_link(1, {}, "", "gone", ""); }},
      {"bookmark",
       [](PacketBuilder& b) {
         b.packet.outline = {{"x", "gone", 1}};
       }},
      {"box is on no page",
       [](PacketBuilder& b) {
         b.node(1).has_box = true;
         b.node(1).box_page = 1;
       }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.part_of_message);
    PacketBuilder b;
    b.add_page();
    b.add_block(0, StructureType::P, "words");
    REQUIRE(check_packet(b.packet, {}).ok());
    c.spoil(b);
    const Status status = check_packet(b.packet, {});
    REQUIRE_FALSE(status.ok());
    CAPTURE(status.error().message);
    CHECK(status.error().message.find(c.part_of_message) != std::string::npos);
  }
}

}  // namespace
}  // namespace garland
