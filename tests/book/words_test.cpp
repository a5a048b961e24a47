#include "book/words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "book/anthology.h"

using namespace garland;

TEST_CASE("every language has every word") {
  CHECK(std::is_sorted(word_keys().begin(), word_keys().end()));
  for (const std::string_view language : word_languages()) {
    const Words words(language);
    for (const std::string_view key : word_keys()) {
      INFO("add the word '", key, "' for ", language, " to src/book/words.cpp");
      CHECK_FALSE(words[key].empty());
    }
  }
}

TEST_CASE("every word that the writers ask for is in the table") {
  const std::regex asked(R"re(words\["([^"]*)"\])re");
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(GARLAND_ROOT) + "/src")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    const std::string code((std::istreambuf_iterator<char>(file)), {});
    for (std::sregex_iterator it(code.begin(), code.end(), asked), end; it != end; ++it) {
      const std::string key = (*it)[1];
      INFO(entry.path().string(), " asks for the word '", key,
           "': add it to src/book/words.cpp or use one that is there");
      CHECK(std::binary_search(word_keys().begin(), word_keys().end(), std::string_view(key)));
    }
  }
}

TEST_CASE("a region falls back to its language and an unknown language to English") {
  CHECK(Words("de-AT")["contents"] == "Inhalt");
  CHECK(Words("FR_ca")["references"] == "Références");
  CHECK(Words("tlh")["contents"] == "Contents");
  CHECK(Words("")["contents"] == "Contents");
}

TEST_CASE("dates are written in the language's manner and as precisely as they are known") {
  struct Case {
    const char* language;
    Date date;
    const char* expected;
  };
  const Case cases[] = {
      {"en", {2025, 3, 12, ""}, "12 March 2025"},
      {"en-US", {2025, 3, 12, ""}, "March 12, 2025"},
      {"de", {2025, 3, 12, ""}, "12. März 2025"},
      {"fr", {2025, 3, 1, ""}, "1er mars 2025"},
      {"es", {2025, 3, 12, ""}, "12 de marzo de 2025"},
      {"pt", {2025, 3, 0, ""}, "março de 2025"},
      {"it", {2025, 0, 0, ""}, "2025"},
      {"nl", {0, 0, 0, "in het voorjaar"}, "in het voorjaar"},
      {"en", {2025, 13, 2, ""}, "2025"},
      {"en", {}, ""},
  };
  for (const Case& c : cases) CHECK(Words(c.language).date(c.date) == c.expected);
}

TEST_CASE("names are joined with the language's own and") {
  CHECK(Words("en").join_names({}) == "");
  CHECK(Words("en").join_names({"A"}) == "A");
  CHECK(Words("en").join_names({"A", "B"}) == "A and B");
  CHECK(Words("de").join_names({"A", "B", "C"}) == "A, B und C");
  CHECK(Words("es").join_names({"Ana", "Isabel"}) == "Ana e Isabel");
  CHECK(Words("es").join_names({"Ana", "Luis"}) == "Ana y Luis");
}

TEST_CASE("a byline names authors first and everybody else by what they did") {
  Metadata metadata;
  CHECK(byline(metadata, Words("en")) == "");
  metadata.contributors.value = {{"A. Smith", "", "", "", Role::Translator},
                                 {"Jane Roe", "", "", "", Role::Author},
                                 {"John Poe", "", "", "", Role::Author}};
  CHECK(byline(metadata, Words("en")) == "Jane Roe and John Poe, translated by A. Smith");
  metadata.contributors.value.resize(1);
  CHECK(byline(metadata, Words("en")) == "Translated by A. Smith");
}
