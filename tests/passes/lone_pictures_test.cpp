#include "passes/lone_pictures.h"

#include <doctest/doctest.h>

#include "document/check.h"
#include "document/dump.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

Inline titled(Inline node, std::string title) {
  node.as<Image>()->title = std::move(title);
  return node;
}

std::string with_figures(Blocks blocks) {
  Document document;
  document.blocks = std::move(blocks);
  Diagnostics diagnostics;
  set_lone_pictures(document, diagnostics);
  CHECK(check(document).empty());
  return dump(document.blocks);
}

}  // namespace

TEST_CASE("a picture alone in its paragraph is a figure with its title as caption") {
  CHECK(with_figures(blocks(paragraph(titled(image("p.png", "alt"), " The \n pier ")))) ==
        "figure\n  paragraph\n    image \"p.png\" alternative=\"alt\"\n  caption\n    paragraph\n"
        "      text \"The pier\"\n");
  CHECK(with_figures(blocks(quotation(paragraph(link("https://a.b", image("p.png", "alt")))))) ==
        "block quotation\n  figure\n    paragraph\n      link \"https://a.b\"\n"
        "        image \"p.png\" alternative=\"alt\"\n");
}

TEST_CASE("pictures among words, in tables, tight lists and figures stay where they are") {
  Table table;
  table.columns.resize(1);
  table.body.push_back({{TableCell{blocks(paragraph(image("p.png", "alt")))}}});
  Figure figure;
  figure.blocks = blocks(paragraph(image("p.png", "alt")));
  const Blocks all = blocks(paragraph("See ", image("p.png", "alt")),
                            bullets(item(paragraph(image("p.png", "alt")))),
                            Block{std::move(table), {}, {}}, Block{std::move(figure), {}, {}});
  CHECK(with_figures(all) == dump(all));
}
