#include "readers/words/byline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace garland;
using plain::parse_byline;

TEST_CASE("a byline gives its names and date") {
  struct Case {
    const char* line;
    std::vector<std::string> names;
    const char* date;
  };
  const Case cases[] = {
      {"By Jane Roe", {"Jane Roe"}, ""},
      {"by Jane Roe and Ada Quill", {"Jane Roe", "Ada Quill"}, ""},
      {"Words: Jane Roe", {"Jane Roe"}, ""},
      {"Text by Jane Roe, Ada Quill & J. M. Poe", {"Jane Roe", "Ada Quill", "J. M. Poe"}, ""},
      {"By Jane Roe | 12 March 2020", {"Jane Roe"}, "2020-03-12"},
      {"By Jane Roe on March 12, 2020", {"Jane Roe"}, "2020-03-12"},
      {"By Jane Roe, March 12, 2020", {"Jane Roe"}, "2020-03-12"},
      {"March 12, 2020 · Jane Roe", {"Jane Roe"}, "2020-03-12"},
      {"Published on 12 March 2020 · 5 min read", {}, "2020-03-12"},
      {"Von Anna von der Heide", {"Anna von der Heide"}, ""},
      {"Par Élise Dupont", {"Élise Dupont"}, ""},
      {"Veröffentlicht am 12. März 2020", {}, "2020-03-12"},
      {"作者：林小明", {"林小明"}, ""},
      {"١٢ مارس ٢٠٢٠", {}, "2020-03-12"},
      {"１７.１１.１９", {}, "2019-11-17"},
      {"2020-03-03 09:12 来源：海港日报 作者：王小明", {"王小明"}, "2020-03-03"},
      {"Posted by jr in Boats", {"jr"}, ""},
      {"Posted in Boats by aquill on August 3, 2019", {"aquill"}, "2019-08-03"},
      {"Erstellt von Ada am Dienstag 6. Mai 2014", {"Ada"}, "2014-05-06"},
      {"28. Januar 2015 adaquill Schreibe einen Kommentar", {"adaquill"}, "2015-01-28"},
      {"22. Januar 2020 @ 18:13 // Autor: c2ph // ~ Lesezeit: 1 Minute", {"c2ph"}, "2020-01-22"},
      {"Freitag, 15. April 2016Samstag, 4. März 2017 by AQ", {"AQ"}, "2016-04-15"},
      {"Ada Quill — 2013-09-29— in Boats — Permalink — License", {"Ada Quill"}, "2013-09-29"},
      {"Jan. 4, 2018 · The Harbour Team", {"The Harbour Team"}, "2018-01-04"},
      {"Publié le 3 mai 2021 par Élise Dupont", {"Élise Dupont"}, "2021-05-03"},
      {"Publicado el 3 de mayo de 2021 por Ana García en Noticias", {"Ana García"}, "2021-05-03"},
      {"Opublikowano 3 maja 2021 przez Jan Kowalski", {"Jan Kowalski"}, "2021-05-03"},
      {"Автор: Иван Петров, 3 мая 2021", {"Иван Петров"}, "2021-05-03"},
      {"17.11.19", {}, "2019-11-17"},
      {"By Jane Roe, Harbour Correspondent", {"Jane Roe"}, ""},
      {"Von Jana Reiter, Redakteurin", {"Jana Reiter"}, ""},
      {"Jane Roe1,2*, Benjamin Poe2, Ada M. Quill1,3",
       {"Jane Roe", "Benjamin Poe", "Ada M. Quill"},
       ""},
      {"Interview by Tomas Lind | March 9, 2021", {"Tomas Lind"}, "2021-03-09"},
      {"2018年5月3日　投稿者: 山田花子", {"山田花子"}, "2018-05-03"},
      {"بقلم: سلمى الحداد", {"سلمى الحداد"}, ""},
      {"Mon 3 Jun 2019 14.22 BST Last modified on Tue 4 Jun 2019 09.10 BST", {}, "2019-06-03"},
      {"Ada Quill Autorin", {"Ada Quill"}, ""},
      // The hour, and what the site says behind it.
      {"Von Jana Reiter 03.05.2021, 17:40 Uhr Lesezeit: 3 Min.", {"Jana Reiter"}, "2021-05-03"},
      {"13/05/2021 22h14 - Atualizado em 14/05/2021 09h01", {}, "2021-05-13"},
      {"입력 2021.05.03. 오후 2:08", {}, "2021-05-03"},
      {"3.05.2021 r. godz. 10:12", {}, "2021-05-03"},
      {"الإثنين 3 مايو 2021 - 10:25", {}, "2021-05-03"},
      // Words that introduce the date end the names.
      {"by Jane Roe Posted on May 3, 2021", {"Jane Roe"}, "2021-05-03"},
      {"Jane Roe Updated 10:14 AM EDT, May 3, 2021", {"Jane Roe"}, "2021-05-03"},
      {"Élise Dupont, le 3 mai 2021", {"Élise Dupont"}, "2021-05-03"},
      {"Publicado por Ana García el 13/5/2021", {"Ana García"}, "2021-05-13"},
      {"Ayşe Kaya Giriş: 03.05.2021 - 11:32 Güncelleme: 04.05.2021", {"Ayşe Kaya"}, "2021-05-03"},
      // A dot without spaces.
      {"May 3, 2021• 4 min read", {}, "2021-05-03"},
      {"·3 min read·May 3, 2021", {}, "2021-05-03"},
      {"12 min · May 2021", {}, "2021-05"},
      {"Por: Ana García | 3 de mayo de 2021", {"Ana García"}, "2021-05-03"},
      {"Pubblicato il 13/5/2021 da Ada Conti in Notizie", {"Ada Conti"}, "2021-05-13"},
      {"Par Élise Dupont (avec AFP)", {"Élise Dupont"}, ""},
      {"Ein Bericht von Jana Reiter", {"Jana Reiter"}, ""},
      {"Guest post by Jane Roe", {"Jane Roe"}, ""},
      {"Опубликовано 3 мая 2021 г. автором Иван Петров", {"Иван Петров"}, "2021-05-03"},
      {"كتبت: سلمى الحداد", {"سلمى الحداد"}, ""},
      {"作者：林小明　来源：海港日报", {"林小明"}, ""},
      {"文/林小明", {"林小明"}, ""},
  };
  for (const Case& item : cases) {
    CAPTURE(item.line);
    const auto byline = parse_byline(item.line);
    REQUIRE(byline.has_value());
    std::vector<std::string> names;
    for (const Contributor& author : byline->authors) names.push_back(author.name);
    CHECK(names == item.names);
    CHECK((byline->date ? byline->date->iso() : std::string()) == item.date);
  }
}

TEST_CASE("what is not understood beside a date makes a byline partial") {
  const auto byline = parse_byline("12 March 2020 · Jane Roe on behalf of the harbour");
  REQUIRE(byline.has_value());
  CHECK(byline->is_partial);
  CHECK(byline->authors.size() == 1);
  CHECK(byline->date->iso() == "2020-03-12");
}

TEST_CASE("a body's byline goes on with whom it speaks for") {
  const auto byline =
      parse_byline("Feb. 21, 2022 · The harbour-light Team on behalf of the entire Harbour Team");
  REQUIRE(byline.has_value());
  REQUIRE(byline->authors.size() == 1);
  CHECK(byline->authors[0].name == "The harbour-light Team on behalf of the entire Harbour Team");
  CHECK_FALSE(byline->is_partial);
}

TEST_CASE("the date of a change is told from that of publication") {
  CHECK(parse_byline("Last updated on 2024-09-29 | Edit this page")->is_of_change);
  CHECK_FALSE(parse_byline("Published on 2024-09-29")->is_of_change);
}

TEST_CASE("other lines are no bylines") {
  for (const char* line :
       {"By the Sea", "By Jane Roe, who has been here before", "Jane Roe", "1984", "Von hier an",
        "The end of March", "By and by the boats came home.", "12 March 2020, London",
        "On 12 March 2020 the boats came home.", "von 12. März bis 14. April 2020",
        "Ada Quill wrote on December 24, 2020 at 3:53 am:",
        "The weeks in the harbour, issue 106 December 17, 2021", "By the Harbour Post staff",
        "Da Vinci"}) {
    CAPTURE(std::string(line));
    CHECK_FALSE(parse_byline(line).has_value());
  }
}

TEST_CASE("a byline keeps its names where one part is no name") {
  const auto byline = parse_byline("By Jane Roe, Ada Quill and the harbour team of two");
  REQUIRE(byline.has_value());
  CHECK(byline->is_partial);
  REQUIRE(byline->authors.size() == 2);
  CHECK(byline->authors[1].name == "Ada Quill");
  CHECK_FALSE(parse_byline("By train, ferry and bus to the end of the world"));
  CHECK_FALSE(parse_byline("Ropes and Lamps, Dogs and Whistles"));
}
