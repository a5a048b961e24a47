#include "passes/language.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

// The language inferred for a text of these words.
std::string language_of(const std::string& words) {
  Document document;
  document.blocks = blocks(paragraph(words));
  Diagnostics diagnostics;
  infer_language(document, diagnostics);
  return document.metadata.language.value;
}

}  // namespace

TEST_CASE("a text shows its language") {
  struct Case {
    std::string language, words;
  };
  const std::vector<Case> cases = {
      {"en",
       "The salt was carried over the hills in baskets, and every village on the way took its "
       "share of it, as the old custom was, before the carriers were allowed to go on."},
      {"de",
       "Das Salz wurde in Körben über die Hügel getragen, und jedes Dorf am Weg nahm sich seinen "
       "Teil davon, wie es der alte Brauch war, bevor die Träger weiterziehen durften."},
      {"fr",
       "Le sel passait les collines dans des paniers, et chaque village du chemin en prenait sa "
       "part, selon la vieille coutume, avant que les porteurs aient le droit de continuer."},
      {"he",
       "המלח נישא על פני הגבעות בסלים, וכל כפר בדרך לקח ממנו את חלקו, כמנהג הישן, לפני שהורשו "
       "הנושאים להמשיך בדרכם אל העיר הגדולה שעל חוף הים."},
      {"", "Salz"},
      {"", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"},
      {"", ""},
  };
  for (const Case& known : cases) {
    CAPTURE(known.words);
    CHECK(language_of(known.words) == known.language);
  }
}

TEST_CASE("what an article says of its language stands") {
  Document document;
  document.blocks = blocks(paragraph(
      "Das Salz wurde in Körben über die Hügel getragen, und jedes Dorf am Weg nahm sich seinen "
      "Teil davon, wie es der alte Brauch war, bevor die Träger weiterziehen durften."));
  document.metadata.language = {"nds", Origin::FrontMatter, {}, {}};
  Diagnostics diagnostics;
  infer_language(document, diagnostics);
  CHECK(document.metadata.language.value == "nds");
  CHECK(document.inferences.empty());
}

TEST_CASE("words marked as another language do not count") {
  Document document;
  Inline german = span(
      "Das Salz wurde in Körben über die Hügel getragen, und jedes Dorf am Weg nahm sich seinen "
      "Teil davon, wie es der alte Brauch war, bevor die Träger weiterziehen durften. Das Salz "
      "wurde in Körben über die Hügel getragen, und jedes Dorf nahm sich davon seinen Teil.");
  german.attributes.language = "de";
  document.blocks = blocks(paragraph(
      "The salt was carried over the hills in baskets, and every village on the way took its share "
      "of it, as the old custom was, before the carriers were allowed to go on: ",
      german));
  Diagnostics diagnostics;
  infer_language(document, diagnostics);
  CHECK(document.metadata.language.value == "en");
}

TEST_CASE("an element's language is spelled as it should be, or none") {
  Document document;
  Inline spelled = span("oui");
  spelled.attributes.language = "FR_ca";
  Inline wrong = span("no");
  wrong.attributes.language = "en-unitedstates";
  document.blocks = blocks(paragraph(spelled, wrong));
  document.blocks[0].attributes.language = "x-toolongsubtag12";
  Diagnostics diagnostics;
  check_languages(document, diagnostics);
  const Inlines& inlines = document.blocks[0].as<Paragraph>()->inlines;
  CHECK(inlines[0].attributes.language == "fr-CA");
  CHECK(inlines[1].attributes.language.empty());
  CHECK(document.blocks[0].attributes.language.empty());
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].code == "bad-language");
}

TEST_CASE("a language that a source says of itself is one, or it is judged by its words") {
  Document document;
  document.metadata.language = {"english", Origin::Inferred, "", SourceRange::at(2, 1)};
  Diagnostics diagnostics;
  check_languages(document, diagnostics);
  CHECK_FALSE(document.metadata.language.is_set());
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].range.begin_line == 2);
}
