#include "pdf/pdf.h"

#include <doctest/doctest.h>

#include "judges.h"
#include "packet_builder.h"

namespace garland {
namespace {

using test::contains;
using test::PacketBuilder;

// A page or two with every kind of node that a book has.
PacketBuilder everything() {
  PacketBuilder b;
  b.add_page("i");
  const StructureId work = b.add_node(0, StructureType::Sect);
  b.page().anchors.push_back({"essay", {50_pt, 40_pt}});
  b.add_block(work, StructureType::H1, "The first heading");
  const StructureId paragraph = b.add_block(work, StructureType::P, "A difficult (effort) with ");
  const StructureId link = b.add_node(paragraph, StructureType::Link);
  const Rect area = b.add_text(link, "a link");
  b.add_link(link, {area, {{50_pt, 500_pt}, 20_pt, 10_pt}}, "https://example.org/ä b", "",
             "a link");
  b.add_text(paragraph, " and more words.");
  const StructureId reference = b.add_node(paragraph, StructureType::Reference);
  const StructureId note_link = b.add_node(reference, StructureType::Link);
  const Rect mark = b.add_text(note_link, "1");
  b.add_link(note_link, {mark}, "", "essay/note-1", "note 1");

  const StructureId list = b.add_node(work, StructureType::L);
  b.node(list).numbering = StructureNode::Numbering::Disc;
  const StructureId item = b.add_node(list, StructureType::LI);
  b.add_block(item, StructureType::Lbl, "•");
  b.add_block(b.add_node(item, StructureType::LBody), StructureType::P, "An item");

  const StructureId quotation = b.add_node(work, StructureType::BlockQuote);
  const StructureId quoted = b.add_block(quotation, StructureType::P, "Bien sûr");
  b.node(quoted).language = "fr";
  b.node(quoted).direction = Direction::RightToLeft;

  const StructureId table = b.add_node(work, StructureType::Table);
  const StructureId head = b.add_node(b.add_node(table, StructureType::THead), StructureType::TR);
  const StructureId head_cell = b.add_block(head, StructureType::TH, "Head");
  b.node(head_cell).scope = StructureNode::Scope::Column;
  b.node(head_cell).column_span = 2;
  const StructureId row = b.add_node(b.add_node(table, StructureType::TBody), StructureType::TR);
  b.add_block(row, StructureType::TD, "one");
  b.add_block(row, StructureType::TD, "two");

  const StructureId note = b.add_node(work, StructureType::Note);
  b.node(note).id = "essay/note-1";
  b.page().anchors.push_back({"essay/note-1", {50_pt, 600_pt}});
  b.add_block(note, StructureType::P, "The note");
  b.page().items.push_back({Rule{{{50_pt, 590_pt}, 60_pt, 1_pt}, {120, 120, 120}}, kArtifact});
  b.add_text(kArtifact, "iv");

  b.add_page("1");
  b.add_block(work, StructureType::H2, "The second heading");
  b.add_text(paragraph, "The paragraph goes on.");
  b.packet.outline = {{"The first heading", "essay", 1}, {"Note (1) \\ ✓", "essay/note-1", 2}};
  return b;
}

TEST_CASE("a packet with every kind of node passes the checks of PDF, PDF/UA-1 and PDF/A-2a") {
  test::check_file(test::write(everything().packet));
}

TEST_CASE("a packet's words come back from the file in reading order") {
  const auto text = test::text_of(test::write(everything().packet));
  if (!text) return;
  for (const char* words : {"The first heading", "A difficult (effort) with", "a link", "An item",
                            "Bien sûr", "Head", "one", "two", "The note"}) {
    CAPTURE(words);
    CHECK(contains(*text, words));
  }
}

TEST_CASE("the structure tree has the packet's nodes, in order, with attributes") {
  const auto tree = test::structure_of(test::write(everything().packet));
  if (!tree) return;
  CAPTURE(*tree);
  for (const char* part :
       {"Document", "Sect", "H1 (block)", "P (block)", "Link", "LBody", "Table", "TH", "TBody",
        "\"The paragraph goes on.\"", "Object", "BlockQuote", "Note"}) {
    CAPTURE(part);
    CHECK(contains(*tree, part));
  }
  const std::size_t words = tree->find("A difficult");
  const std::size_t link = tree->find("\"a link\"");
  const std::size_t more = tree->find(" and more words.");
  const std::size_t later = tree->find("The paragraph goes on.");
  CHECK(words < link);
  CHECK(link < more);
  CHECK(more < later);
}

TEST_CASE("bookmarks, page labels, destinations and metadata are in the catalog") {
  const auto objects = test::objects_of(test::write(everything().packet));
  if (!objects) return;
  for (const char* part : {"/PageMode /UseOutlines",
                           "/DisplayDocTitle true",
                           "/Lang (en)",
                           "/Marked true",
                           "/S /r",
                           "/Title (A packet made by hand)",
                           "(D:20250319000000Z)",
                           "/ColSpan 2",
                           "/Scope /Column",
                           "/ListNumbering /Disc",
                           "/WritingMode /RlTb",
                           "/Lang (fr)",
                           "/ID (essay/note-1)",
                           "https://example.org/%C3%A4%20b",
                           "/GTS_PDFA1",
                           "/QuadPoints",
                           "/Tabs /S",
                           "<pdfuaid:part>1</pdfuaid:part>",
                           "two &amp; three",
                           "Jan Nov\xC3\xA1k"}) {
    CAPTURE(part);
    CHECK(contains(*objects, part));
  }
}

TEST_CASE("the same packet gives the same bytes") {
  CHECK(test::write(everything().packet) == test::write(everything().packet));
}

TEST_CASE("a different packet has a different identifier") {
  PacketBuilder other = everything();
  other.packet.title += "!";
  const auto id_of = [](const std::string& pdf) {
    const std::size_t at = pdf.rfind("/ID [");
    return at == std::string::npos ? "" : pdf.substr(at, 74);
  };
  const std::string id = id_of(test::write(everything().packet));
  CHECK_FALSE(id.empty());
  CHECK(id_of(test::write(other.packet)) != id);
}

TEST_CASE("hostile strings survive in titles, bookmarks and places") {
  PacketBuilder b;
  b.add_page("(\\ü");
  const std::string hostile = "a) (b \\ 𝕏 \r\n\t </rdf:li> & \x01";
  b.add_block(0, StructureType::H1, "Words");
  b.packet.title = hostile + std::string(70'000, 'x');
  b.packet.authors = {hostile};
  b.page().anchors.push_back({hostile, {}});
  b.packet.outline = {{hostile, hostile, 3}, {hostile, hostile, 1}};
  b.node(0).alternative = hostile;
  test::check_file(test::write(b.packet));
}

TEST_CASE("five thousand pages with a link, a place and a bookmark each are a sound file") {
  PacketBuilder b;
  for (int i = 0; i < 5000; ++i) {
    b.add_page(std::to_string(i + 1));
    const std::string name = "work/" + std::to_string(i);
    b.page().anchors.push_back({name, {50_pt, 50_pt}});
    const StructureId section = b.add_node(0, StructureType::Sect);
    b.add_block(section, i == 0 ? StructureType::H1 : StructureType::P, "Some words");
    const StructureId paragraph = b.add_node(section, StructureType::P);
    const StructureId link = b.add_node(paragraph, StructureType::Link);
    b.add_link(link, {b.add_text(link, "back")}, "", "work/0", "back");
    b.packet.outline.push_back({name, name, 1 + i % 3});
  }
  test::check_syntax(test::write(b.packet));
}

}  // namespace
}  // namespace garland
