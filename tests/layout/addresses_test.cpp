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

Printed print_as(Theme theme, LinkAddresses links, const Anthology& anthology) {
  theme.print.links = links;
  Printed printed;
  printed.packet = lay_out_book(anthology, theme);
  test::check_packet(printed.packet, theme);
  for (const Page* page : test::pages_of(printed.packet, "sea")) printed.text += text_of(*page);
  return printed;
}

Printed print(LinkAddresses links, Blocks body, std::vector<Note> notes = {}) {
  return print_as(test::reader_theme(), links,
                  anthology_of({work_of("sea", "The Sea", std::move(body), std::move(notes))}));
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

// Where the codes stand, in the order of their pages and numbers.
struct CodePlace {
  std::size_t page = 0;
  Rect rect;
  int modules = 0;
};
std::vector<CodePlace> codes_of(const Packet& packet) {
  std::vector<CodePlace> places;
  for (std::size_t i = 0; i < packet.pages.size(); ++i) {
    for (const PageItem& item : packet.pages[i].items) {
      const auto* placed = std::get_if<PlacedCode>(&item.content);
      if (placed != nullptr) places.push_back({i, placed->rect, placed->code.modules});
    }
  }
  return places;
}

// An article of so many links, each to an address of its own.
Blocks many_links(int count) {
  Blocks body;
  for (int i = 0; i < count; ++i) {
    body.push_back(
        paragraph("See ", way_to("https://example.org/" + std::to_string(i), "it"), "."));
  }
  return body;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("words are an address however it is written") {
  CHECK(says_address("example.org", "https://www.example.org/"));
  CHECK(says_address("HTTP://Example.org/a", "http://example.org/a"));
  CHECK(says_address("jo@example.org", "mailto:jo@example.org"));
  CHECK(says_address("tel:+44", "tel:+44"));
  CHECK(says_address("112", "tel:112"));
  CHECK(says_address("geo:1,2", "geo:1,2"));
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

TEST_CASE("each address has a code once, with its words") {
  const Printed printed = print(LinkAddresses::Codes, linked_words());
  const std::vector<CodePlace> codes = codes_of(printed.packet);
  REQUIRE(codes.size() == 2);
  CHECK(holds(printed.text, "the report[1] and in another[2], as the first[1] says"));
  CHECK(holds(printed.text, "Addresses"));
  CHECK(holds(printed.text, "1."));
  CHECK(holds(printed.text, "example.org/a/page"));
  CHECK(test::page_with_anchor(printed.packet, "sea/" + address_element(2)) != nullptr);
  std::vector<std::string> spoken;
  for (const StructureNode& node : printed.packet.structure) {
    if (node.type == StructureType::Figure) spoken.emplace_back(node.alternative);
  }
  CHECK(spoken ==
        std::vector<std::string>{"QR code: example.org/a/page", "QR code: example.com/b"});
}

TEST_CASE("codes stand beside each other where words beside them have room") {
  const auto rows = [](const Theme& theme) {
    const Printed printed =
        print_as(theme, LinkAddresses::Codes, anthology_of({work_of("sea", "Sea", many_links(2))}));
    const std::vector<CodePlace> codes = codes_of(printed.packet);
    REQUIRE(codes.size() == 2);
    CHECK(codes[0].rect.width >= 16_mm);
    CHECK(codes[0].rect.width == codes[1].rect.width);
    const bool is_row = codes[0].rect.origin.y == codes[1].rect.origin.y;
    return is_row ? 1 : 2;
  };
  CHECK(rows(test::reader_theme()) == 1);
  Theme narrow = test::reader_theme();
  narrow.page.width = narrow.page.inner + narrow.page.outer + 140_pt;
  CHECK(rows(narrow) == 2);
  narrow.page.width = narrow.page.inner + narrow.page.outer + 90_pt;  // the words stand below
  CHECK(rows(narrow) == 2);
}

TEST_CASE("where no code has room, addresses are said in words") {
  Theme narrow = test::reader_theme();
  narrow.page.width = narrow.page.inner + narrow.page.outer + 46_pt;
  const Printed printed = print_as(narrow, LinkAddresses::Codes,
                                   anthology_of({work_of("sea", "The Sea", linked_words())}));
  CHECK(codes_of(printed.packet).empty());
  CHECK(test::page_with_anchor(printed.packet, "sea/" + address_element(2)) != nullptr);
}

TEST_CASE("an address that is too long for a code is said in words, all of it") {
  std::string address = "https://example.org/";
  while (address.size() < 3000) address += std::to_string(address.size()) + "/";
  const Printed printed =
      print(LinkAddresses::Codes, blocks(paragraph("See ", way_to(address, "all"), " and ",
                                                   way_to("https://example.com/b", "some"), ".")));
  CHECK(codes_of(printed.packet).size() == 1);
  std::string words = printed.text;
  std::erase(words, ' ');
  CHECK(holds(words, address.substr(address.find("example"), 2000)));
  CHECK(holds(words, "example.com/b"));
}

TEST_CASE("a code's modules are large enough to be seen by a telephone") {
  for (const std::size_t length : {30U, 100U, 150U, 200U, 230U, 300U}) {
    CAPTURE(length);
    std::string address = "https://example.org/";
    address.resize(length, 'a');
    const Printed printed =
        print(LinkAddresses::Codes, blocks(paragraph("See ", way_to(address, "it"), ".")));
    for (const CodePlace& code : codes_of(printed.packet)) {
      CHECK(code.rect.width / code.modules >= 0.33_mm);
    }
  }
}

TEST_CASE("a code and its words stay together, and all keep their order over pages") {
  for (const char* name : {"reader", "journal", "large-print"}) {
    CAPTURE(name);
    const Printed printed = print_as(test::theme_named(name), LinkAddresses::Codes,
                                     anthology_of({work_of("sea", "The Sea", many_links(41))}));
    const std::vector<CodePlace> codes = codes_of(printed.packet);
    REQUIRE(codes.size() == 41);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const Page* words = test::page_with_anchor(printed.packet, "sea/" + address_element(i + 1));
      CHECK(words == &printed.packet.pages[codes[i].page]);
    }
    CHECK(codes.back().page > codes.front().page);
  }
}

TEST_CASE("in an article that is written from the right the first code stands at the right") {
  Anthology anthology = anthology_of({work_of("sea", "The Sea", many_links(2))});
  anthology.metadata.language = "ar";
  const Printed printed = print_as(test::reader_theme(), LinkAddresses::Codes, anthology);
  const std::vector<CodePlace> codes = codes_of(printed.packet);
  REQUIRE(codes.size() == 2);
  CHECK(codes[0].rect.origin.x > codes[1].rect.origin.x);
  const Theme& theme = test::reader_theme();
  const Length right = codes[0].rect.origin.x + codes[0].rect.width;
  CHECK((right == theme.page.inner + theme.text_width() ||
         right == theme.page.outer + theme.text_width()));
}

TEST_CASE("a column of a table is wide enough for a word with the mark of its address") {
  struct Row {
    LinkAddresses links;
    std::string_view word;
  };
  for (const Row& row :
       {Row{LinkAddresses::Notes, "harbour1"}, Row{LinkAddresses::List, "harbour[1]"}}) {
    Table table;
    table.columns.assign(1, Alignment::Default);
    table.body.resize(1);
    table.body[0].cells.push_back(
        {blocks(paragraph(way_to("https://example.org/", "harbour"))), {}, 1, 1, false});
    const Printed printed = print(row.links, blocks(Block{std::move(table), {}, {}}));
    CAPTURE(printed.text);
    CHECK(holds(printed.text, row.word));
  }
}

TEST_CASE("a picture that leads somewhere has its address in print, behind its caption") {
  const auto print_picture = [](const char* address, Blocks caption) {
    Anthology anthology = anthology_of({});
    anthology.pictures.push_back(test::grey_picture(360, 180));
    Link link;
    link.target = {LinkTarget::Kind::External, address, "", ""};
    Image image;
    image.picture = anthology.pictures.front().id;
    image.alternative = "A pier";
    link.inlines = tree::inlines(Inline{image, {}, {}});
    Figure figure;
    figure.blocks = blocks(paragraph(Inline{link, {}, {}}));
    figure.caption = std::move(caption);
    anthology.parts.front().works = {work_of("sea", "The Sea", blocks(Block{figure, {}, {}}))};
    return print_as(test::reader_theme(), LinkAddresses::Codes, anthology);
  };
  const Printed with_caption =
      print_picture("https://example.org/pier", blocks(paragraph("The pier.")));
  CHECK(holds(with_caption.text, "The pier.[1]"));
  CHECK(codes_of(with_caption.packet).size() == 1);
  const Printed alone = print_picture("https://example.org/pier", {});
  CHECK(holds(alone.text, "[1]"));
  CHECK(holds(alone.text, "example.org/pier"));
  CHECK_FALSE(holds(print_picture("", {}).text, "[1]"));
}

TEST_CASE("lists at the book's end have the addresses of their links, by numbers of their own") {
  Anthology anthology = anthology_of({work_of("sea", "The Sea", linked_words())});
  JointReference reference;
  reference.entry = tree::inlines(way_to("https://example.org/book", "A Book"), ".");
  anthology.references = {reference};
  Attribution attribution;
  attribution.work = "sea";
  attribution.text = tree::inlines(way_to("https://example.org/licence", "A licence"));
  anthology.attributions = {attribution, attribution};
  const auto print_lists = [&](LinkAddresses links) {
    const Printed printed = print_as(test::reader_theme(), links, anthology);
    std::string text;
    for (const Page& page : printed.packet.pages) text += text_of(page);
    CHECK(holds(text, "example.org/book"));
    CHECK(holds(text, "example.org/licence"));
    return text;
  };
  CHECK(holds(print_lists(LinkAddresses::Notes), "A licence1"));
  CHECK(holds(print_lists(LinkAddresses::List), "A Book[1]."));
  CHECK(holds(print_lists(LinkAddresses::Codes), "A licence[1]"));
}

}  // namespace garland
