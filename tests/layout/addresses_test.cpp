#include "layout/galley/addresses.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/books.h"
#include "support/tree.h"

namespace garland {
namespace {

using test::anthology_of;
using test::lay_out_book;
using test::text_of;
using test::work_of;
using tree::blocks;
using tree::paragraph;

Inline way_to(std::string url, const std::string& words) {
  Inline node = tree::link(std::move(url), words);
  std::get<Link>(node.content).target.kind = LinkTarget::Kind::External;
  return node;
}

struct Printed {
  Packet packet;
  std::string text;
};

Printed print(LinkAddresses links, Blocks body, std::vector<Note> notes = {}) {
  Theme theme = test::reader_theme();
  theme.print.links = links;
  Printed printed;
  printed.packet = lay_out_book(
      anthology_of({work_of("sea", "The Sea", std::move(body), std::move(notes))}), theme);
  test::check_packet(printed.packet, theme);
  for (const Page* page : test::pages_of(printed.packet, "sea")) printed.text += text_of(*page);
  return printed;
}

Blocks linked_words() {
  return blocks(paragraph("It was in ", way_to("https://www.example.org/a/page", "the report"),
                          " and in ", way_to("https://example.com/b", "another"), ", as ",
                          way_to("https://www.example.org/a/page", "the first"), " says; see ",
                          way_to("https://example.net/c/", "example.net/c"), "."));
}

std::ptrdiff_t count(const Packet& packet, StructureType type) {
  return std::count_if(packet.structure.begin(), packet.structure.end(),
                       [type](const StructureNode& node) { return node.type == type; });
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("words are an address however it is written") {
  CHECK(says_address("example.org", "https://www.example.org/"));
  CHECK(says_address("HTTP://Example.org/a", "http://example.org/a"));
  CHECK(says_address("jo@example.org", "mailto:jo@example.org"));
  CHECK_FALSE(says_address("example.org", "https://example.org/a"));
  CHECK_FALSE(says_address("here", "https://example.org"));
}

TEST_CASE("a printed address is divided without false hyphens") {
  std::string address = "https://example.org/";
  for (int i = 0; i < 30; ++i) address += "incomprehensible-encyclopaedia/";
  const Printed printed =
      print(LinkAddresses::Notes, blocks(paragraph("See ", way_to(address, "all"), ".")));
  for (const Page* page : test::pages_of(printed.packet, "sea")) {
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr) CHECK_FALSE(holds(run->text, "\u00AD"));
    }
  }
  CHECK(count(printed.packet, StructureType::Note) == 1);
}

TEST_CASE("addresses are printed nowhere unless they are asked for") {
  const Printed printed = print(LinkAddresses::None, linked_words());
  CHECK_FALSE(holds(printed.text, "example.org"));
  CHECK(count(printed.packet, StructureType::Note) == 0);
}

TEST_CASE("each address has a note once, and words that say theirs none") {
  const Printed printed = print(LinkAddresses::Notes, linked_words());
  CHECK(count(printed.packet, StructureType::Note) == 2);
  CHECK(holds(printed.text, "the report1 and in another2, as the first1 says"));
  CHECK(holds(printed.text, "example.org/a/page"));
  CHECK(holds(printed.text, "example.com/b"));
}

TEST_CASE("notes and notes for addresses are numbered in one order") {
  Note note;
  note.label = "n";
  note.id = "note-1";
  note.number = 1;
  note.blocks = blocks(paragraph("A word of the author."));
  const Printed printed =
      print(LinkAddresses::Notes,
            blocks(paragraph("It was in ", way_to("https://example.org/a", "the report"), " that",
                             tree::mark("n"), " it was.")),
            {note});
  CHECK(holds(printed.text, "the report1 that2 it was"));
  CHECK(count(printed.packet, StructureType::Note) == 2);
}

TEST_CASE("a list at the article's end has all addresses by their numbers") {
  const Printed printed = print(LinkAddresses::List, linked_words());
  CHECK(count(printed.packet, StructureType::Note) == 0);
  CHECK(holds(printed.text, "the report[1] and in another[2], as the first[1] says"));
  CHECK(holds(printed.text, "Addresses"));
  CHECK(holds(printed.text, "example.org/a/page"));
  CHECK(test::page_with_anchor(printed.packet, "sea/" + address_element(2)) != nullptr);
}

}  // namespace garland
