#include "readers/plain_text_byline.h"

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

TEST_CASE("other lines are no bylines") {
  for (const char* line :
       {"By the Sea", "By Jane Roe, who has been here before", "Jane Roe", "1984", "Von hier an",
        "The end of March", "By and by the boats came home.", "12 March 2020, London"}) {
    CAPTURE(line);
    CHECK_FALSE(parse_byline(line).has_value());
  }
}
