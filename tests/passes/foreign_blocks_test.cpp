#include "passes/foreign_blocks.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "document/direction.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

const std::string kHebrew = "המלח נישא על פני הגבעות בסלים, וכל כפר בדרך לקח ממנו את חלקו.";
const std::string kFrench =
    "Le sel passait les collines dans des paniers, et chaque village du chemin en prenait sa part, "
    "selon la vieille coutume, avant que les porteurs aient le droit de continuer leur route vers "
    "la grande ville au bord de la mer, où personne ne les attendait.";

Blocks marked(Blocks body, std::string language = "en") {
  Document document;
  document.metadata.language = {std::move(language), Origin::FrontMatter, {}, {}};
  document.blocks = std::move(body);
  Diagnostics diagnostics;
  mark_foreign_blocks(document, diagnostics);
  return document.blocks;
}

// The language that a paragraph of these words is marked with.
std::string language_of(const std::string& words, std::string article = "en") {
  return marked(blocks(paragraph(words)), std::move(article)).front().attributes.language;
}

}  // namespace

TEST_CASE("a paragraph in another script has that script's language") {
  struct Case {
    std::string language, words;
  };
  const std::vector<Case> cases = {
      {"he", kHebrew},
      {"he", "שלום"},
      {"el", "Μῆνιν ἄειδε θεά"},
      {"th", "เกลือ"},
      {"ja", "塩の道を歩く人々。"},
      {"ko", "소금의 길"},
      {"und-Arab", "ملح"},
      {"ar",
       "كان الملح ينقل فوق التلال في سلال، وكانت كل قرية على الطريق تأخذ نصيبها منه كما جرت العادة "
       "القديمة قبل أن يسمح للحمالين بالمضي في طريقهم."},
      {"uk",
       "Сіль переносили через пагорби в кошиках, і кожне село дорогою брало свою частку, як велів "
       "давній звичай, перш ніж носіям дозволяли йти далі до великого міста."},
      {"und-Cyrl", "Соль земли"},
      {"und-Hani", "鹽"},
      {"", "Salt and water"},
      {"", "“Salt” – naïve, Čeština, Đà Nẵng…"},
      {"", "1234"},
      {"", "α, β"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.words);
    CHECK(language_of(one.words) == one.language);
  }
}

TEST_CASE("a paragraph with words of two scripts is in that of most, not of the first") {
  CHECK(language_of("שלום is what they said when they came down to the sea.") == "");
  CHECK(language_of("The words “" + kHebrew.substr(0, 60) + "” are on the gate.") == "");
  CHECK(language_of("(iPhone) " + kHebrew) == "he");
  CHECK(language_of(kHebrew.substr(0, 60) + " – as they say there, it is said") == "he");
}

TEST_CASE("a script is another one beside the article's own") {
  CHECK(language_of("The salt was carried over the hills.", "ar") == "und-Latn");
  CHECK(language_of(kFrench, "ar") == "fr");
  CHECK(language_of("塩", "ja") == "");
  CHECK(language_of("鹽", "ko") == "");
  CHECK(language_of("しおのみち", "zh") == "ja");
  CHECK(language_of("Соль земли", "sr-Latn") == "und-Cyrl");
}

TEST_CASE("a language written in two scripts is left in either") {
  CHECK(language_of("Соль земли", "sr") == "");
  CHECK(language_of("So zemlje", "sr") == "");
}

TEST_CASE("in an article without a language only a script with one language counts") {
  CHECK(language_of("Соль земли", "") == "");
  CHECK(language_of("שלום", "") == "he");
}

TEST_CASE("what the author says stays, and is what is around") {
  Block said = quotation(paragraph(kHebrew), paragraph("Plain words of the author."));
  said.attributes.language = "yi";
  const Blocks body = marked(blocks(std::move(said)));
  CHECK(body[0].attributes.language == "yi");
  const Blocks& inside = body[0].as<BlockQuotation>()->blocks;
  CHECK(inside[0].attributes.language == "");
  CHECK(inside[1].attributes.language == "und-Latn");
}

TEST_CASE("what holds blocks of one script alone has their language, and they none") {
  const Blocks body =
      marked(blocks(quotation(paragraph(kHebrew), paragraph("12"), paragraph(kHebrew)),
                    quotation(paragraph(kHebrew), paragraph("In English."))));
  CHECK(body[0].attributes.language == "he");
  CHECK(body[0].as<BlockQuotation>()->blocks[0].attributes.language == "");
  CHECK(body[1].attributes.language == "");
  CHECK(body[1].as<BlockQuotation>()->blocks[0].attributes.language == "he");
}

TEST_CASE("a term in another script is a span of its language") {
  DefinitionList list;
  list.items.push_back({inlines("מלח"), {blocks(paragraph("Salt."))}});
  const Blocks body = marked(blocks(Block{std::move(list), {}, {}}));
  const Inlines& term = body[0].as<DefinitionList>()->items[0].term;
  REQUIRE(term.size() == 1);
  CHECK(term[0].as<Span>() != nullptr);
  CHECK(term[0].attributes.language == "he");
}

TEST_CASE("a short item stays on the side of its list unless its signs would change places") {
  struct Case {
    std::string words;
    Direction direction;
  };
  for (const Case& one :
       {Case{"שלום עולם", Direction::LeftToRight}, Case{"שלום עולם.", Direction::RightToLeft},
        Case{"שלום world שלום", Direction::RightToLeft}, Case{kHebrew, Direction::RightToLeft}}) {
    CAPTURE(one.words);
    const Blocks body =
        marked(blocks(bullets(item(paragraph("Peace.")), item(paragraph(one.words)))));
    const Attributes& made = body[0].as<List>()->items[1].blocks[0].attributes;
    CHECK(made.language == "he");
    CHECK(direction_of(made, Direction::LeftToRight) == one.direction);
  }
}

TEST_CASE("a long quotation in another language of the same script has it, a paragraph not") {
  CHECK(marked(blocks(quotation(paragraph(kFrench))))[0].attributes.language == "fr");
  CHECK(marked(blocks(quotation(paragraph(kFrench))), "fr-CA")[0].attributes.language == "");
  CHECK(marked(blocks(quotation(paragraph("Le sel passait."))))[0].attributes.language == "");
  CHECK(marked(blocks(paragraph(kFrench)))[0].attributes.language == "");
}

TEST_CASE("marking twice changes nothing, and each language is recorded once") {
  Document document;
  document.metadata.language = {"en", Origin::FrontMatter, {}, {}};
  document.blocks = blocks(paragraph(kHebrew), paragraph("Words."), paragraph(kHebrew));
  Diagnostics diagnostics;
  mark_foreign_blocks(document, diagnostics);
  mark_foreign_blocks(document, diagnostics);
  REQUIRE(document.inferences.size() == 1);
  CHECK(document.inferences[0].what == "language he of 2 blocks");
}
