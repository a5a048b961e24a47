#include "passes/quotation_attribution.h"

#include <doctest/doctest.h>

#include "document/dump.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

Document attributed(Block quotation) {
  Document document;
  document.blocks = blocks(std::move(quotation));
  Diagnostics diagnostics;
  attribute_quotations(document, diagnostics);
  return document;
}

std::string attribution(const Document& document) {
  return dump(document.blocks.front().as<BlockQuotation>()->attribution);
}

const Inline kBreak{SoftBreak{}, {}, {}};

}  // namespace

TEST_CASE("a last paragraph begun with a dash says who is quoted") {
  for (const std::string dash : {"— ", "—", "– ", "-- ", "―"}) {
    CAPTURE(dash);
    const Document document = attributed(
        quotation(paragraph("The sea."), paragraph(dash + "Jane Roe, ", emphasis("Sea"))));
    CHECK(attribution(document) == "text \"Jane Roe, \"\nemphasis\n  text \"Sea\"\n");
    CHECK(document.blocks.front().as<BlockQuotation>()->blocks.size() == 1);
    CHECK(document.inferences.size() == 1);
  }
}

TEST_CASE("a dash before or inside emphasis is found too") {
  CHECK(attribution(attributed(quotation(paragraph("Sea."), paragraph("— ", emphasis("Roe"))))) ==
        "emphasis\n  text \"Roe\"\n");
  CHECK(attribution(attributed(quotation(paragraph("Sea."), paragraph(emphasis("— Roe"))))) ==
        "emphasis\n  text \"Roe\"\n");
}

TEST_CASE("a last line begun with a dash behind a full sentence says it too") {
  const Document document = attributed(quotation(paragraph("The sea.", kBreak, "— Jane Roe")));
  CHECK(attribution(document) == "text \"Jane Roe\"\n");
  CHECK(dump(document.blocks).find("text \"The sea.\"") != std::string::npos);
}

TEST_CASE("dashes that belong to the text stay") {
  const std::vector<Block> quotations = {
      quotation(paragraph("— Who is there?"), paragraph("— Nobody.")),
      quotation(paragraph("— Nobody.")),
      quotation(paragraph("The sea"), paragraph("— who knows it?")),
      quotation(paragraph("The sea", kBreak, "— which is wide — lies there.")),
      quotation(paragraph("Sea."), paragraph("— " + std::string(200, 'x'))),
      quotation(paragraph("Sea."), paragraph("—")),
      quotation(paragraph("Sea."), paragraph("Jane Roe")),
  };
  for (const Block& block : quotations) {
    CAPTURE(dump(Blocks{block}));
    CHECK(attribution(attributed(block)).empty());
  }
}

TEST_CASE("an attribution that the source marks is left alone") {
  Block block = quotation(paragraph("Sea."), paragraph("— Jane Roe"));
  block.as<BlockQuotation>()->attribution = inlines("John Poe");
  CHECK(attribution(attributed(block)) == "text \"John Poe\"\n");
}
