#include "passes/empty_elements.h"

#include <doctest/doctest.h>

#include "document/check.h"
#include "document/dump.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

std::string cleaned(Blocks blocks) {
  Document document;
  document.blocks = std::move(blocks);
  Diagnostics diagnostics;
  drop_empty_elements(document, diagnostics);
  CHECK(check(document).empty());
  return dump(document.blocks);
}

Block ordered(std::vector<ListItem> items, int start = 1) {
  List list;
  list.kind = List::Kind::Ordered;
  list.start = start;
  list.items = std::move(items);
  return {std::move(list), {}, {}};
}

}  // namespace

TEST_CASE("what holds nothing is left out, from the inside out") {
  CHECK(cleaned(blocks(paragraph(), paragraph("a"), paragraph(span(emphasis(""))),
                       paragraph("\xC2\xA0"), quotation(paragraph("")), bullets(item(paragraph())),
                       Block{Callout{"note", {}, {}}, {}, {}}, Block{Table{}, {}, {}},
                       Block{Verse{{{{0, {}}}}}, {}, {}}, heading(2))) ==
        "paragraph\n  text \"a\"\n");
}

TEST_CASE("an element that a link may lead to stays") {
  CHECK(cleaned(blocks(with_id(paragraph(), "here"), paragraph(with_id(span(), "there")),
                       with_id(bullets(), "list"))) ==
        "paragraph #here\nparagraph\n  span #there\ndivision #list\n");
}

TEST_CASE("neighbouring texts become one") {
  CHECK(cleaned(blocks(paragraph("a", "b", emphasis("c", ""), "d", "", "e"))) ==
        "paragraph\n  text \"ab\"\n  emphasis\n    text \"c\"\n  text \"de\"\n");
}

TEST_CASE("breaks and white space at a paragraph's ends go") {
  CHECK(cleaned(blocks(paragraph(Inline{LineBreak{}, {}, {}}, " a ",
                                 Inline{SoftBreak{}, {}, {}}))) == "paragraph\n  text \"a\"\n");
}

TEST_CASE("empty items leave a bullet list, and an ordered list keeps its numbers") {
  CHECK(cleaned(blocks(bullets(item(), item(paragraph("a")), item()))) ==
        "list bullet tight\n  item\n    paragraph\n      text \"a\"\n");
  CHECK(cleaned(blocks(
            ordered({item(), item(paragraph("a")), item(), item(paragraph("b")), item()}, 3))) ==
        "list ordered decimal 4 tight\n"
        "  item\n    paragraph\n      text \"a\"\n"
        "  item\n"
        "  item\n    paragraph\n      text \"b\"\n");
}

TEST_CASE("a link without words shows its address, one within the page goes") {
  CHECK(cleaned(blocks(paragraph("a ", link("https://example.org/"), link("#top")))) ==
        "paragraph\n  text \"a \"\n  link \"https://example.org/\"\n"
        "    text \"https://example.org/\"\n");
}

TEST_CASE("white is no word of a link, and parts the words around it") {
  CHECK(
      cleaned(blocks(paragraph("a", link("#top", " "), "b ", link("https://example.org/", " ")))) ==
      "paragraph\n  text \"a b \"\n  link \"https://example.org/\"\n"
      "    text \"https://example.org/\"\n");
}

TEST_CASE("what a link leads to stays where the link goes") {
  CHECK(cleaned(blocks(paragraph(with_id(link("#top"), "here"), " a"))) ==
        "paragraph\n  span #here\n  text \" a\"\n");
}

TEST_CASE("pictures, breaks and marks are not empty") {
  const Blocks all = blocks(paragraph(image("a.png", "")), Block{ThematicBreak{}, {}, {}});
  CHECK(cleaned(all) == dump(all));
}

TEST_CASE("a heading of pictures that nothing describes is a paragraph") {
  CHECK(cleaned(blocks(heading(2, image("a.png", "")))) ==
        dump(blocks(paragraph(image("a.png", "")))));
  const Blocks described =
      blocks(heading(2, image("a.png", "A map")), heading(3, Inline{Code{"x"}, {}, {}}));
  CHECK(cleaned(described) == dump(described));
}
