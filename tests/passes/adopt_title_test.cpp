#include "passes/adopt_title.h"

#include <doctest/doctest.h>

#include "document/dump.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

Document adopted(Document document) {
  Diagnostics diagnostics;
  adopt_title(document, diagnostics);
  return document;
}

Document body(Blocks blocks, Inlines title = {}) {
  Document document;
  document.blocks = std::move(blocks);
  if (!title.empty()) document.metadata.title = {std::move(title), Origin::FrontMatter, "", {}};
  return document;
}

}  // namespace

TEST_CASE("a sole first heading becomes the title where none is known") {
  const Document document =
      adopted(body(blocks(on_line(heading(1, "The ", emphasis("Sea")), 3), paragraph("one"),
                          heading(2, "Part"), paragraph("two"))));
  CHECK(dump(document.metadata.title.value) == "text \"The \"\nemphasis\n  text \"Sea\"\n");
  CHECK(document.metadata.title.origin == Origin::Inferred);
  CHECK(document.metadata.title.range.begin_line == 3);
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks.front().as<Paragraph>() != nullptr);
  REQUIRE(document.inferences.size() == 1);
  CHECK(document.inferences.front().what == "title");
}

TEST_CASE("a heading that is not alone in its level stays in the body") {
  const Document document =
      adopted(body(blocks(heading(1, "One"), paragraph("a"), heading(1, "Two"), paragraph("b"))));
  CHECK_FALSE(document.metadata.title.is_set());
  CHECK(document.blocks.size() == 4);
}

TEST_CASE("a heading behind text is no title") {
  const Document document = adopted(body(blocks(paragraph("a"), heading(1, "One"))));
  CHECK_FALSE(document.metadata.title.is_set());
}

TEST_CASE("pictures and dropped text may stand before the title") {
  const Document document =
      adopted(body(blocks(Block{Dropped{"Log in", "log-in box"}, {}, {}},
                          paragraph(image("a.png", "sea")), heading(1, "Sea"), paragraph("a"))));
  CHECK(plain_text(document.metadata.title.value) == "Sea");
  CHECK(document.blocks.size() == 3);
}

TEST_CASE("a title that the body repeats stands once") {
  const Document document =
      adopted(body(blocks(heading(2, "The Sea!"), paragraph("the sea"), paragraph("It is wide.")),
                   inlines("The Sea")));
  CHECK(plain_text(document.metadata.title.value) == "The Sea");
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.inferences.size() == 2);
}

TEST_CASE("a repeated title with emphasis lends it to the plain one") {
  const Document document =
      adopted(body(blocks(heading(1, "On ", emphasis("Her")), paragraph("x")), inlines("On Her")));
  CHECK(dump(document.metadata.title.value) == "text \"On \"\nemphasis\n  text \"Her\"\n");
  CHECK(document.metadata.title.origin == Origin::FrontMatter);
}

TEST_CASE("a subtitle that the body repeats stands once") {
  Document document = body(blocks(paragraph("On water."), paragraph("It is wide.")));
  document.metadata.subtitle = {inlines("On water"), Origin::FrontMatter, "", {}};
  CHECK(adopted(document).blocks.size() == 1);
}

TEST_CASE("a heading other than the title stays") {
  CHECK(adopted(body(blocks(heading(1, "Other"), paragraph("x")), inlines("Sea"))).blocks.size() ==
        2);
}

TEST_CASE("links to the title's heading arrive at the text behind it") {
  const Document document =
      adopted(body(blocks(with_id(heading(1, "Sea"), "top"), paragraph("x"))));
  CHECK(document.blocks.front().attributes.id == "top");
}

TEST_CASE("a note's mark in the title moves to the first paragraph") {
  const Document document = adopted(body(blocks(heading(1, "Sea", mark("n")), paragraph("wide"))));
  CHECK(plain_text(document.metadata.title.value) == "Sea");
  CHECK(dump(document.blocks) == "paragraph\n  text \"wide\"\n  note reference \"n\"\n");
}

TEST_CASE("a title with a mark and no paragraph to take it stays in the body") {
  const Document document = adopted(body(blocks(heading(1, "Sea", mark("n")))));
  CHECK_FALSE(document.metadata.title.is_set());
  CHECK(document.blocks.size() == 1);
}

TEST_CASE("a title that is a link gives the article's address") {
  const Document document =
      adopted(body(blocks(heading(1, link("https://example.org/sea", "Sea")), paragraph("x"))));
  CHECK(plain_text(document.metadata.title.value) == "Sea");
  CHECK(document.metadata.url.value == "https://example.org/sea");
  CHECK(document.metadata.url.origin == Origin::Inferred);
}

TEST_CASE("a division that held the title alone goes with it") {
  Division header;
  header.blocks = blocks(heading(1, "Sea"));
  const Document document = adopted(body(blocks(Block{header, {}, {}}, paragraph("x"))));
  CHECK(plain_text(document.metadata.title.value) == "Sea");
  CHECK(document.blocks.size() == 1);
}
