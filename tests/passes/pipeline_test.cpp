#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "document/check.h"
#include "document/dump.h"
#include "document/walk.h"
#include "passes/inline_tools.h"
#include "passes/pass.h"
#include "support/random_tree.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

// Every letter and digit of the document, sorted; what passes move to the metadata counts too.
std::string letters_of(const Document& document) {
  std::string text;
  query(document, Visitors{[&text](const Block& block) {
                             if (const auto* code = block.as<CodeBlock>()) text += code->text;
                           },
                           [&text](const Inline& node) {
                             if (const auto* found = node.as<Text>()) text += found->text;
                           }});
  text += plain_text(document.metadata.title.value);
  text += document.metadata.publication.rule;
  std::string letters = comparable(text);
  std::sort(letters.begin(), letters.end());
  return letters;
}

bool has_repetition(const Document& document) {
  return std::any_of(document.inferences.begin(), document.inferences.end(),
                     [](const Inference& made) { return made.why.rfind("repeats", 0) == 0; });
}

constexpr unsigned kTreeCount = 300;

}  // namespace

TEST_CASE("the passes leave a sound tree of any tree") {
  for (unsigned seed = 0; seed < kTreeCount; ++seed) {
    CAPTURE(seed);
    Document document = TreeMaker(seed).document();
    Diagnostics diagnostics;
    run_passes(document, diagnostics);
    const std::vector<std::string> problems = check(document);
    CAPTURE(dump(document));
    CHECK_MESSAGE(problems.empty(), (problems.empty() ? "" : problems.front()));
  }
}

TEST_CASE("each pass does nothing the second time") {
  for (unsigned seed = 0; seed < kTreeCount; ++seed) {
    Document document = TreeMaker(seed).document();
    Diagnostics diagnostics;
    for (const Pass& pass : passes()) {
      pass.run(document, diagnostics);
      const std::string once = dump(document);
      pass.run(document, diagnostics);
      CAPTURE(seed);
      CAPTURE(pass.name);
      CHECK(dump(document) == once);
    }
  }
}

TEST_CASE("the passes together do nothing the second time") {
  for (unsigned seed = 0; seed < kTreeCount; ++seed) {
    Document document = TreeMaker(seed).document();
    Diagnostics diagnostics;
    run_passes(document, diagnostics);
    const std::string once = dump(document);
    run_passes(document, diagnostics);
    CAPTURE(seed);
    CHECK(dump(document) == once);
  }
}

TEST_CASE("no pass loses a letter, but for a title that stood twice") {
  for (unsigned seed = 0; seed < kTreeCount; ++seed) {
    Document document = TreeMaker(seed).document();
    Diagnostics diagnostics;
    for (const Pass& pass : passes()) {
      const std::string before = letters_of(document);
      pass.run(document, diagnostics);
      const std::string after = letters_of(document);
      if (pass.name == "adopt title" && has_repetition(document)) continue;
      CAPTURE(seed);
      CAPTURE(pass.name);
      CHECK_MESSAGE(std::includes(after.begin(), after.end(), before.begin(), before.end()),
                    "before: ", before, ", after: ", after);
    }
  }
}

TEST_CASE("the passes run together on one article") {
  Document document;
  document.blocks =
      blocks(heading(2, "The Sea"), paragraph("Wide", mark("b"), ""), heading(4, "Waves"),
             quotation(paragraph("They rise."), paragraph("— Jane Roe")), paragraph(""),
             paragraph("See ", link("#waves", "waves"), mark("a")),
             paragraph("Originally published in Waves."));
  document.notes = {note("a", paragraph("A")), note("b", paragraph("B"))};
  Diagnostics diagnostics;
  run_passes(document, diagnostics);
  CHECK(diagnostics.items().empty());
  CHECK(plain_text(document.metadata.title.value) == "The Sea");
  CHECK(document.metadata.publication.value == "Waves");
  REQUIRE(document.blocks.size() == 4);
  CHECK(document.blocks[1].attributes.id == "waves");
  CHECK(document.blocks[1].as<Heading>()->level == 1);
  CHECK(plain_text(document.blocks[2].as<BlockQuotation>()->attribution) == "Jane Roe");
  CHECK(document.notes.front().label == "b");
  CHECK(document.inferences.size() == 4);
}
