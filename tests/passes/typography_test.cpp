#include "passes/typography.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/walk.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

std::string set_in(const std::string& typed, std::string_view language) {
  Document document;
  document.blocks = blocks(paragraph(typed));
  set_typographic_marks(document, language);
  return plain_text(document.blocks[0].as<Paragraph>()->inlines);
}

}  // namespace

TEST_CASE("typed marks become those of a printer") {
  struct Case {
    std::string language, typed, printed;
  };
  const std::vector<Case> cases = {
      {"en", R"("Yes," she said.)", "“Yes,” she said."},
      {"en", R"(He said "no".)", "He said “no”."},
      {"en", R"(("in brackets"))", "(“in brackets”)"},
      {"en", R"("'Tis so," he said)", "“\u200A’Tis so,” he said"},
      {"en", R"("She said 'no' to me.")", "“She said ‘no’ to me.”"},
      {"en", R"(It's the dogs' day)", "It’s the dogs’ day"},
      {"en", R"(the '90s and rock 'n' roll)", "the ’90s and rock ’n’ roll"},
      {"en", R"('single' words)", "‘single’ words"},
      {"en", R"(a 5'10" man, a 6" pipe)", "a 5′10″ man, a 6″ pipe"},
      {"en", R"("since 1990")", "“since 1990”"},
      {"en", R"(end of a quotation begun before, in 1990")",
       "end of a quotation begun before, in 1990”"},
      {"en", R"("the word—"quoted"—said")", "“the word—“quoted”—said”"},
      {"en-GB", R"("Yes, 'yes'")", "“Yes, ‘yes’\u200A”"},
      {"de", R"("Ja, 'ja'", sagte er; geht's?)", "„Ja, ‚ja‘\u200A“, sagte er; geht’s?"},
      {"de-CH", R"("Ja")", "«Ja»"},
      {"fr", R"("Oui" et l'ami)", "«\u202FOui\u202F» et l’ami"},
      {"fr", "Vraiment ? Oui ! Voici : « mot »",
       "Vraiment\u202F? Oui\u202F! Voici\u00A0: «\u202Fmot\u202F»"},
      {"fr", "Vraiment? Oui! Voici: «mot»; fin",
       "Vraiment\u202F? Oui\u202F! Voici\u00A0: «\u202Fmot\u202F»\u202F; fin"},
      {"fr", R"(Il dit: "Quoi?!" (vraiment?) 90%! Quoi...?)",
       "Il dit\u00A0: «\u202FQuoi\u202F?!\u202F» (vraiment\u202F?) 90%\u202F! Quoi…\u202F?"},
      {"fr", "à 12:30, 3:2, std::vector, ;-) :) :D fin:) Yahoo!x [?] a.fr?q=1 http://a.fr/?b ?!",
       "à 12:30, 3:2, std::vector, ;-) :) :D fin:) Yahoo!x [?] a.fr?q=1 http://a.fr/?b\u202F?!"},
      {"fr-CA", "Vraiment? Oui: «mot»", "Vraiment? Oui\u00A0: «\u202Fmot\u202F»"},
      {"en", "Really? Yes: «word»; M. Dupont", "Really? Yes: «word»; M. Dupont"},
      {"fr", "M. Dupont, Mme Curie et MM. A et B; Me voici",
       "M.\u00A0Dupont, Mme\u00A0Curie et MM.\u00A0A et B\u202F; Me voici"},
      {"fr", "— Bonjour, dit-il.", "—\u00A0Bonjour, dit-il."},
      {"ru", "Соль — это жизнь", "Соль\u00A0— это жизнь"},
      {"pl", "Sól – życie", "Sól\u00A0– życie"},
      {"en", "salt — life", "salt — life"},
      {"sv", R"("Ja")", "”Ja”"},
      {"xx", R"("a")", "“a”"},
      {"en", "one--two -- three---four", "one—two – three—four"},
      {"de", "eins -- zwei", "eins – zwei"},
      {"en", "a word - and another", "a word – and another"},
      {"en", "5 - 3 = 2", "5 - 3 = 2"},
      {"en", "run it with --help or -v", "run it with --help or -v"},
      {"en", "1990-1995, pp. 12-19, 555-1234, 2020-03-04",
       "1990–1995, pp.\u00A012–19, 555-1234, 2020-03-04"},
      {"en", "ISBN 978-3-16-148410-0", "ISBN 978-3-16-148410-0"},
      {"en", "wait... and ----- or ......", "wait… and ----- or ......"},
      {"en", "see https://x.org/a--b'c... now", "see https://x.org/a--b'c... now"},
      {"en", R"(class="it's" set)", R"(class="it's" set)"},
      {"en", R"(C:\it's)", R"(C:\it's)"},
      {"en", "“Ready” – as it’s…", "“Ready” – as it’s…"},
      {"en", "\"", "“"},
      {"zh", R"(他说"你好"，然后问："你叫什么？"。)", "他说“你好”，然后问：“你叫什么？”。"},
      {"zh", "我说'没有'。", "我说‘没有’。"},
      {"ja", R"(彼は"こんにちは"と言った)", "彼は「こんにちは」と言った"},
      {"en", R"(5' 10" tall, 6' tall, 2'×4', 5'-0", 3½")",
       "5′ 10″ tall, 6′ tall, 2′×4′, 5′-0″, 3½″"},
      {"en", R"(a 2"x4" board, "a 2"x4" board")", "a 2″x4″ board, “a 2″x4″ board”"},
      {"en", R"(40° 26' 46" N)", "40° 26′ 46″ N"},
      {"en", R"("It's 12" long," he said)", "“It’s 12″ long,” he said"},
      {"en", R"("chapter 12" and "on")", "“chapter 12” and “on”"},
      {"en", R"("in 12" he said)", "“in 12” he said"},
      {"en", "the 1980's, the 5's", "the 1980’s, the 5’s"},
      {"en", "g''(x) + y''' = f'(x)", "g′′(x) + y′′′ = f′(x)"},
      {"de", "'s ist kalt, 'nen Euro, 'ja'", "’s ist kalt, ’nen Euro, ‚ja‘"},
      {"he", R"(צה"ל)", "צה״ל"},
      {"en", "x <-- y --> z", "x <-- y --> z"},
      {"en", R"(he paused..."and so")", "he paused…“and so”"},
      {"hu", R"("igen")", "„igen”"},
      {"en", "“‘A’ is ‘B’”, ’’", "“\u200A‘A’ is ‘B’\u200A”, ’’"},
      {"zh", "他说：“‘盐’”。", "他说：“‘盐’”。"},
      {"en", "10 km, 5 %, 21 °C, 3 m2, 10 kmart, 7 apples",
       "10\u00A0km, 5\u00A0%, 21\u00A0°C, 3\u00A0m2, 10 kmart, 7 apples"},
      {"de", "1 234 567 € und 12 345", "1\u202F234\u202F567\u00A0€ und 12\u202F345"},
      {"en", "page 1 234, in 1990 200 men, 12 3456, A4 100 pages, $ 5",
       "page 1\u00A0234, in 1990 200 men, 12 3456, A4 100 pages, $\u00A05"},
      {"en", "J. R. R. Tolkien met Dr. Salt in St. Ives",
       "J.\u00A0R.\u00A0R. Tolkien met Dr.\u00A0Salt in St.\u00A0Ives"},
      {"de", "z. B. hier, d. h. dort", "z.\u202FB. hier, d.\u202Fh. dort"},
      {"de", "d. h. S. 12, a. a. O. S. 5",
       "d.\u202Fh. S.\u00A012, a.\u202Fa.\u202FO.\u00A0S.\u00A05"},
      {"en", "the value of x. J. R. Smith", "the value of x. J.\u00A0R. Smith"},
      {"it", "L'\"amico\" e", "L’«amico» e"},
      {"de", "„‚Nein‘, sagte er.“", "„\u202F‚Nein‘, sagte er.“"},
      {"cs", "v soli a k moři", "v\u00A0soli a\u00A0k\u00A0moři"},
      {"ru", "Соль и вода в море", "Соль и\u00A0вода в\u00A0море"},
      {"en", "v a k", "v a k"},
      {"en", "", ""},
  };
  for (const Case& known : cases) {
    CAPTURE(known.typed);
    CHECK(set_in(known.typed, known.language) == known.printed);
    CHECK_MESSAGE(set_in(known.printed, known.language) == known.printed,
                  "a second run changes what the first one set");
  }
}

TEST_CASE("a mark is judged by its neighbours in other nodes") {
  Document document;
  document.blocks = blocks(paragraph("He read \"", emphasis("Her"), "\", ",
                                     Inline{Code{"\"a\" -- b"}, {}, {}}, "'s end"));
  set_typographic_marks(document, "en");
  CHECK(plain_text(document.blocks[0].as<Paragraph>()->inlines) ==
        "He read “Her”, \"a\" -- b’s end");
}

TEST_CASE("a French mark behind other nodes has its space, behind code none") {
  Document document;
  document.blocks =
      blocks(paragraph("Un ", emphasis("mot"), "! Le ", Inline{Code{"a:b"}, {}, {}}, "! Fin"));
  set_typographic_marks(document, "fr");
  CHECK(plain_text(document.blocks[0].as<Paragraph>()->inlines) == "Un mot\u202F! Le a:b! Fin");
}

TEST_CASE("a dash that begins a speech stays with its first word") {
  Document document;
  document.blocks = blocks(paragraph("— Oui — oui", Inline{LineBreak{}, {}, {}}, "— Non"));
  set_typographic_marks(document, "es");
  CHECK(plain_text(document.blocks[0].as<Paragraph>()->inlines) == "—\u00A0Oui — oui —\u00A0Non");
}

TEST_CASE("words in another language take its marks, code none") {
  Document document;
  Inline german{Span{inlines("\"Ja\"")}, {}, {}};
  german.attributes.language = "de";
  document.blocks = blocks(paragraph("\"Yes\" or ", german),
                           Block{CodeBlock{"print(\"it's\") -- end...", ""}, {}, {}});
  set_typographic_marks(document, "en");
  CHECK(plain_text(document.blocks[0].as<Paragraph>()->inlines) == "“Yes” or „Ja“");
  CHECK(document.blocks[1].as<CodeBlock>()->text == "print(\"it's\") -- end...");
}

TEST_CASE("a plain text takes the marks of its language") {
  CHECK(with_typographic_marks("\"Salt\" -- it's old...", "en") == "“Salt” – it’s old…");
  CHECK(with_typographic_marks("\"Salz\"", "de") == "„Salz“");
  CHECK(with_typographic_marks("", "en").empty());
}
