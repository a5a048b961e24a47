#include "passes/original_source.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/dump.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

const std::string kAddress = "https://example.org/sea";

Document taken(Document document) {
  Diagnostics diagnostics;
  adopt_original_source(document, diagnostics);
  return document;
}

// An article that ends with the paragraph.
Document ending_with(Block last) {
  Document document;
  for (int index = 0; index < 9; ++index) document.blocks.push_back(paragraph("Text."));
  document.blocks.push_back(std::move(last));
  return document;
}

// "publication|url|date" when the paragraph left the body, "kept" when it stayed.
std::string found_in(Block last) {
  const Document document = taken(ending_with(std::move(last)));
  if (document.blocks.size() == 10) return "kept";
  const Metadata& metadata = document.metadata;
  return metadata.publication.value + "|" + metadata.url.value + "|" + metadata.date.value.iso();
}

}  // namespace

TEST_CASE("a closing sentence says where the article first appeared") {
  struct Case {
    Block last;
    std::string found;
  };
  const std::vector<Case> cases = {
      {paragraph(link(kAddress, "Originally posted here.")), "|" + kAddress + "|"},
      {paragraph("Originally published ", link(kAddress, "here"), "."), "|" + kAddress + "|"},
      {paragraph("Originally published at ", link(kAddress, "The Sea Review"), "."),
       "The Sea Review|" + kAddress + "|"},
      {paragraph(emphasis("This article originally appeared in ", strong("Waves"), ".")),
       "Waves||"},
      {paragraph("This essay was first published in the Times."), "the Times||"},
      {paragraph("First published in Waves, 12 March 2024."), "Waves||2024-03-12"},
      {paragraph("Originally published on Waves on March 3, 2020"), "Waves||2020-03-03"},
      {paragraph("First published in 1843."), "||1843"},
      {paragraph("Originally posted on waves.example.org"), "waves.example.org||"},
      {paragraph("Source: ", link(kAddress, "Waves")), "Waves|" + kAddress + "|"},
      {paragraph("Source: " + kAddress), "|" + kAddress + "|"},
      {paragraph("Source: ", link(kAddress, kAddress)), "|" + kAddress + "|"},
      {paragraph("Zuerst erschienen in der ZEIT."), "der ZEIT||"},
      {paragraph("Dieser Artikel ist zuerst in der ZEIT erschienen."), "der ZEIT||"},
      {paragraph("Ursprünglich ", link(kAddress, "hier"), " veröffentlicht."),
       "|" + kAddress + "|"},
      {paragraph("Quelle: Wellen"), "Wellen||"},
      {paragraph("Cet article a été publié initialement dans Le Monde"), "Le Monde||"},
      {paragraph("Paru à l’origine dans Vagues, mars 2020."), "Vagues||2020-03"},
      {paragraph("Source : Vagues"), "Vagues||"},
      {paragraph("Publicado originalmente en El Mar."), "El Mar||"},
      {paragraph("Este artículo fue publicado por primera vez en Olas"), "Olas||"},
      {paragraph("Fuente: Olas"), "Olas||"},
      {paragraph("Pubblicato originariamente su Onde."), "Onde||"},
      {paragraph("Questo articolo è stato pubblicato per la prima volta su ",
                 link(kAddress, "Onde")),
       "Onde|" + kAddress + "|"},
  };
  for (const Case& known : cases) {
    CAPTURE(dump(Blocks{known.last}));
    CHECK(found_in(known.last) == known.found);
  }
}

TEST_CASE("a paragraph that says more or something else stays") {
  const std::vector<Block> others = {
      paragraph("Originally published here."),
      paragraph("First published in a magazine that nobody read."),
      paragraph("First published in 1843, it was revised in the years that followed."),
      paragraph("Originally published in Waves. The author lives by the sea."),
      paragraph("A version of this article first appeared in Waves."),
      paragraph("Originally the sea was wide."),
      paragraph("Sources: Waves"),
      paragraph("Source"),
      paragraph("Originally published at ", link("https://a.example/", "A"), " and ",
                link("https://b.example/", "B")),
      paragraph("Originally posted on Waves", mark("n")),
      paragraph(link("other.md", "Originally posted here.")),
      quotation(paragraph("First published in Waves.")),
  };
  for (const Block& other : others) {
    CAPTURE(dump(Blocks{other}));
    CHECK(found_in(other) == "kept");
  }
}

TEST_CASE("an opening sentence counts, one in the middle does not") {
  Document opening = ending_with(paragraph("End."));
  opening.blocks.insert(opening.blocks.begin(), paragraph("Originally published in Waves."));
  CHECK(taken(opening).metadata.publication.value == "Waves");
  Document middle = ending_with(paragraph("End."));
  middle.blocks.insert(middle.blocks.begin() + 5, paragraph("Originally published in Waves."));
  CHECK_FALSE(taken(middle).metadata.publication.is_set());
}

TEST_CASE("what is taken is inferred, with the words as the rule and a record") {
  const Document document =
      taken(ending_with(on_line(paragraph("Originally published in Waves."), 40)));
  CHECK(document.metadata.publication.origin == Origin::Inferred);
  CHECK(document.metadata.publication.rule == "the text says \"Originally published in Waves.\"");
  REQUIRE(document.inferences.size() == 1);
  CHECK(document.inferences.front().what == "attribution");
  CHECK(document.inferences.front().range.begin_line == 40);
}

TEST_CASE("a stronger origin that says the same takes the paragraph, one that differs keeps it") {
  Document same = ending_with(paragraph(link(kAddress + "/", "Originally posted here.")));
  same.metadata.url = {kAddress, Origin::FrontMatter, "", {}};
  CHECK(taken(same).blocks.size() == 9);
  CHECK(taken(same).metadata.url.value == kAddress);
  Document other = ending_with(paragraph(link(kAddress, "Originally posted here.")));
  other.metadata.url = {"https://example.org/other", Origin::FrontMatter, "", {}};
  CHECK(taken(other).blocks.size() == 10);
}

TEST_CASE("a source named under a picture is the picture's") {
  Document document = ending_with(paragraph(image("a.png", "sea")));
  document.blocks.push_back(paragraph("Source: Waves"));
  CHECK_FALSE(taken(document).metadata.publication.is_set());
}

TEST_CASE("a break that parted the sentence from the text goes with it") {
  Document document = ending_with({ThematicBreak{}, {}, {}});
  document.blocks.push_back(paragraph("Originally published in Waves."));
  CHECK(taken(document).blocks.size() == 9);
}
