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
        "The weeks in the harbour, issue 106 December 17, 2021", "By the Harbour Post staff"}) {
    CAPTURE(line);
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
