#include "document/walk.h"

#include <doctest/doctest.h>

#include <string>

#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

// A document with words "1 2 3 …" in reading order in every place that holds text.
Document counted() {
  Document document;
  document.blocks = blocks(heading(1, "1"), paragraph("2", emphasis("3", link("u", "4"))),
                           bullets(item(paragraph("5")), item(paragraph("6"))));
  Block quoted = quotation(paragraph("7"));
  quoted.as<BlockQuotation>()->attribution = inlines("8");
  Figure figure;
  figure.blocks = blocks(paragraph("9"));
  figure.caption = blocks(paragraph("10"));
  figure.credit = inlines("11");
  document.blocks.push_back(std::move(quoted));
  document.blocks.push_back({std::move(figure), {}, {}});
  document.notes.push_back(note("n", paragraph("12")));
  return document;
}

}  // namespace

TEST_CASE("query sees every text of body and notes in reading order") {
  std::string seen;
  query(counted(), [&seen](const Inline& node) {
    if (const auto* text = node.as<Text>()) seen += text->text + " ";
  });
  CHECK(seen == "1 2 3 4 5 6 7 8 9 10 11 12 ");
}

TEST_CASE("walk changes nodes in place") {
  Document document = counted();
  walk(document, [](Inline& node) {
    if (auto* text = node.as<Text>()) text->text = "x";
  });
  int changed = 0;
  query(document, [&changed](const Inline& node) {
    if (const auto* text = node.as<Text>()) changed += text->text == "x" ? 1 : 0;
  });
  CHECK(changed == 12);
}

TEST_CASE("a visitor of lists sees each list before its members and may replace them") {
  Document document;
  document.blocks = blocks(paragraph("gone"), quotation(paragraph("gone too")));
  walk(document, [](Blocks& list) {
    for (Block& block : list) {
      if (block.as<Paragraph>() != nullptr) block = heading(2, "new");
    }
  });
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].as<Heading>() != nullptr);
  CHECK(document.blocks[1].as<BlockQuotation>()->blocks.front().as<Heading>() != nullptr);
}

TEST_CASE("several visitors work as one") {
  int blocks_seen = 0;
  int inlines_seen = 0;
  query(counted(),
        Visitors{[&](const Block&) { ++blocks_seen; }, [&](const Inline&) { ++inlines_seen; }});
  CHECK(blocks_seen == 11);
  CHECK(inlines_seen == 14);
}
