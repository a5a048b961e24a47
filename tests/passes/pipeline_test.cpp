#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "document/check.h"
#include "document/dump.h"
#include "document/walk.h"
#include "passes/inline_tools.h"
#include "passes/pass.h"
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

// Trees of every kind, the same ones in every run.
class TreeMaker {
 public:
  explicit TreeMaker(unsigned seed) : random_(seed) {}

  Document document() {
    Document made;
    made.blocks = block_list(0);
    for (const char* label : {"a", "b", "c", "d"}) {
      if (below(2) == 0) made.notes.push_back(note(label, paragraph(inline_list(0))));
    }
    if (below(2) == 0) made.metadata.title = {inlines("sea"), Origin::FrontMatter, "", {}};
    if (below(3) == 0) made.blocks.push_back(paragraph("Originally published in Waves."));
    return made;
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  std::string word() {
    static const std::vector<std::string> kWords = {"sea", "wave", "— Roe", "Sea.",
                                                    "",    " ",    "ship"};
    return kWords[below(7)];
  }

  Inlines inline_list(int depth) {
    Inlines list;
    for (unsigned count = below(4); count > 0; --count) list.push_back(inline_node(depth));
    return list;
  }

  Inline inline_node(int depth) {
    switch (below(depth > 3 ? 5 : 9)) {
      case 0:
        return mark(std::string(1, static_cast<char>('a' + below(5))));
      case 1:
        return {SoftBreak{}, {}, {}};
      case 2:
        return image("a.png", "sea");
      case 3:
        return {LineBreak{}, {}, {}};
      case 5:
        return emphasis(inline_list(depth + 1));
      case 6:
        return with_id(span(inline_list(depth + 1)), below(2) == 0 ? "" : "x y");
      case 7:
        return strong(inline_list(depth + 1));
      case 8:
        return link(below(2) == 0 ? "#sea" : "https://example.org/");
      default:
        return {Text{word()}, {}, {}};
    }
  }

  Blocks block_list(int depth) {
    Blocks list;
    for (unsigned count = 1 + below(5); count > 0; --count) list.push_back(block(depth));
    return list;
  }

  Block block(int depth) {
    switch (below(depth > 3 ? 5 : 10)) {
      case 0:
        return heading(1 + static_cast<int>(below(6)), inline_list(0));
      case 1:
        return {ThematicBreak{}, {}, {}};
      case 2:
        return {CodeBlock{below(2) == 0 ? "" : "code\n", ""}, {}, {}};
      case 5:
        return quotation_of(depth);
      case 6:
        return bullets(item(block(depth + 1)), ListItem{}, item(block(depth + 1)));
      case 7:
        return {Division{Division::Role::None, block_list(depth + 1)}, {}, {}};
      case 8:
        return {Figure{block_list(depth + 1), {}, inline_list(0)}, {}, {}};
      case 9:
        return {Callout{"note", inline_list(0), block_list(depth + 1)}, {}, {}};
      default:
        return paragraph(inline_list(0));
    }
  }

  Block quotation_of(int depth) {
    Block made = quotation();
    made.as<BlockQuotation>()->blocks = block_list(depth + 1);
    return made;
  }

  std::mt19937 random_;  // its sequence is fixed by the standard
};

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
