#include <doctest/doctest.h>

#include <string>

#include "document/dump.h"
#include "support/random_tree.h"

using namespace garland;
using namespace garland::tree;

TEST_CASE("the outline tells metadata, headings, inferences, losses and words") {
  const std::string text = outline(every_kind());
  for (const std::string part :
       {"part/every.md (markdown)\n", "  title              Every kind\n",
        "                     [front matter, line 2]\n", "Jane Roe; Ann Lee (translator)",
        "[inferred: byline]", "2025-03 (written \"March 2025\")", "    The <Sea>  (line 5)\n",
        "  figure             2\n", "  lines 5–6          heading: short line\n",
        "  line 30            log-in box\n                     | Log in\n                     | "
        "now\n",
        "  left out           3\n"}) {
    CAPTURE(text);
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("the outline of an empty document says so") {
  Document document;
  document.path = "empty.md";
  const std::string text = outline(document);
  CHECK(text.find("Metadata\n  none\n") != std::string::npos);
  CHECK(text.find("Outline\n  no headings\n") != std::string::npos);
  CHECK(text.find("Inferences") == std::string::npos);
}

TEST_CASE("words are counted once, wherever they stand") {
  Document document;
  document.blocks = blocks(heading(1, "One two"), quotation(paragraph("three — four")),
                           bullets(item(paragraph("five"))), Block{CodeBlock{"six\n", ""}, {}, {}});
  CHECK(outline(document).find("  kept               6\n") != std::string::npos);
}
