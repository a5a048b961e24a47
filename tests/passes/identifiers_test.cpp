#include "passes/identifiers.h"

#include <doctest/doctest.h>

#include <string>

#include "document/check.h"
#include "document/walk.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

Document identified(Blocks blocks, std::vector<Note> notes = {}) {
  Document document;
  document.blocks = std::move(blocks);
  document.notes = std::move(notes);
  Diagnostics diagnostics;
  set_identifiers(document, diagnostics);
  CHECK(check(document).empty());
  return document;
}

std::string id_of(const Document& document, std::size_t index) {
  return document.blocks.at(index).attributes.id;
}

std::string address_of_first_link(const Document& document) {
  std::string address;
  query(document, [&address](const Inline& node) {
    const auto* found = node.as<Link>();
    if (found != nullptr && address.empty()) address = found->target.url;
  });
  return address;
}

}  // namespace

TEST_CASE("no place takes the name of a note's mark") {
  const Document document = identified(
      blocks(paragraph(mark("a"), mark("b"), mark("b")), with_id(paragraph("mine"), "note-a-mark"),
             heading(1, "Note b mark 2")),
      {note("a", paragraph("x")), note("b", paragraph("y")), note("b-mark", paragraph("z"))});
  CHECK(document.notes[0].id == "note-a-2");
  CHECK(document.notes[1].id == "note-b");
  CHECK(document.notes[2].id == "note-b-mark-3");
  CHECK(document.blocks[1].attributes.id == "note-a-mark");
  CHECK(document.blocks[2].attributes.id == "note-b-mark-2-2");
}

TEST_CASE("headings are named by their words, notes by their labels") {
  const Document document =
      identified(blocks(heading(1, "The ", emphasis("Sea"), "!"), heading(1, "The Sea"),
                        heading(1, "…"), heading(1, "2024 in review")),
                 {note("1", paragraph("x")), note("my note", paragraph("y"))});
  CHECK(id_of(document, 0) == "the-sea");
  CHECK(id_of(document, 1) == "the-sea-2");
  CHECK(id_of(document, 2) == "section");
  CHECK(id_of(document, 3) == "section-2024-in-review");
  CHECK(document.notes[0].id == "note-1");
  CHECK(document.notes[1].id == "note-my-note");
}

TEST_CASE("a paragraph is named by its words alone, wherever it stands") {
  const Document one = identified(blocks(paragraph("first"), paragraph("second")));
  const Document other = identified(blocks(heading(1, "New"), on_line(paragraph("second"), 9)));
  CHECK(id_of(one, 1) == id_of(other, 1));
  CHECK(id_of(one, 0) != id_of(one, 1));
  CHECK(id_of(one, 0).rfind("p-", 0) == 0);
  CHECK(id_of(one, 0).size() == 8);
}

TEST_CASE("equal paragraphs have different names") {
  const Document document = identified(blocks(paragraph("same"), paragraph("same")));
  CHECK(id_of(document, 1) == id_of(document, 0) + "-2");
}

TEST_CASE("names of the source are kept when they are names") {
  const Document document =
      identified(blocks(with_id(heading(1, "Sea"), "über"), heading(1, "über")));
  CHECK(id_of(document, 0) == "über");
}

TEST_CASE("a name without end is cut, stays apart from others, and links follow") {
  const std::string name(40'000, 'a');
  const Document document =
      identified(blocks(with_id(paragraph("one"), name), with_id(paragraph("two"), name + "b"),
                        paragraph(link("#" + name + "b", "to the second"))));
  CHECK(id_of(document, 0).size() <= 500);
  CHECK(id_of(document, 1) == id_of(document, 0) + "-2");
  CHECK(address_of_first_link(document) == "#" + id_of(document, 1));
}

TEST_CASE("names that XML does not allow are mended, and links follow") {
  const Document document =
      identified(blocks(with_id(paragraph("x"), "1 a:b"), paragraph(link("#1%20a:b", "see"))));
  CHECK(id_of(document, 0) == "id-1-a-b");
  CHECK(address_of_first_link(document) == "#id-1-a-b");
}

TEST_CASE("of two equal names the first stays and the second gets a number") {
  const Document document = identified(
      blocks(with_id(paragraph("x"), "a"), paragraph(with_id(span("y"), "a"), link("#a", "z"))));
  CHECK(id_of(document, 0) == "a");
  CHECK(address_of_first_link(document) == "#a");
}

TEST_CASE("a mended name does not take the place of a sound one") {
  const Document document =
      identified(blocks(with_id(paragraph("x"), "a b"), with_id(paragraph("y"), "a-b")));
  CHECK(id_of(document, 0) == "a-b-2");
  CHECK(id_of(document, 1) == "a-b");
}

TEST_CASE("a link to a heading's words finds the heading") {
  for (const std::string url : {"#The%20Sea", "#the-sea", "#The-Sea"}) {
    CAPTURE(url);
    CHECK(address_of_first_link(identified(
              blocks(heading(1, "The Sea"), paragraph(link(url, "see"))))) == "#the-sea");
  }
  CHECK(address_of_first_link(identified(
            blocks(heading(1, "2024"), paragraph(link("#2024", "see"))))) == "#section-2024");
}

TEST_CASE("links out of the article and to nowhere stay as written") {
  for (const std::string url : {"#nowhere", "other.md#sea", "https://example.org/#sea", "#"}) {
    CAPTURE(url);
    CHECK(address_of_first_link(
              identified(blocks(heading(1, "Sea"), paragraph(link(url, "see"))))) == url);
  }
}

TEST_CASE("what stands in a table's cells gets no names, the table does") {
  Table table;
  table.columns = {Alignment::Default};
  table.body = {{{TableCell{blocks(paragraph("x")), Alignment::Default, 1, 1, false}}}};
  const Document document = identified(blocks(Block{table, {}, {}}));
  CHECK(id_of(document, 0).rfind("table-", 0) == 0);
  const Table& made = *document.blocks[0].as<Table>();
  CHECK(made.body[0].cells[0].blocks[0].attributes.id.empty());
}

TEST_CASE("a link to a name that two places have is reported, unless nobody follows it") {
  for (const std::string url : {"#twice", "#once"}) {
    CAPTURE(url);
    Document document;
    document.blocks = blocks(with_id(paragraph("a"), "twice"), with_id(paragraph("b"), "twice"),
                             with_id(paragraph("c"), "once"), paragraph(link(url, "see")));
    Diagnostics diagnostics;
    set_identifiers(document, diagnostics);
    CHECK(address_of_first_link(document) == url);
    CHECK(diagnostics.items().size() == (url == "#twice" ? 1U : 0U));
  }
}
