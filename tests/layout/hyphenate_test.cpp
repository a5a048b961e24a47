#include "layout/paragraph/hyphenate.h"

#include <doctest/doctest.h>

#include <string>

using namespace garland;

namespace {

std::string divided(std::string_view word, std::string_view language) {
  const Hyphenator* hyphenator = Hyphenator::for_language(language);
  REQUIRE_MESSAGE(hyphenator != nullptr, "no dictionary for " << language << ": ./do installs it");
  std::vector<std::uint32_t> offsets;
  hyphenator->divide(word, offsets);
  std::string text(word);
  for (auto it = offsets.rbegin(); it != offsets.rend(); ++it) text.insert(*it, "-");
  return text;
}

}  // namespace

TEST_CASE("words are divided by their language's patterns") {
  struct Row {
    std::string_view word, language, expected;
  };
  for (const Row& row : std::initializer_list<Row>{{"hyphenation", "en", "hy-phen-ation"},
                                                   {"Hyphenation", "en-US", "Hy-phen-ation"},
                                                   {"table", "en", "ta-ble"},
                                                   {"of", "en", "of"},
                                                   {"Silbentrennung", "de", "Sil-ben-tren-nung"},
                                                   {"größtenteils", "de-AT", "größ-ten-teils"},
                                                   {"příležitost", "cs", "pří-le-ži-tost"},
                                                   {"переносами", "ru", "пе-ре-но-сами"}}) {
    CAPTURE(row.word);
    CHECK(divided(row.word, row.language) == row.expected);
  }
}

TEST_CASE("no fragment is shorter than two letters before and three after the hyphen") {
  for (const std::string_view word : {"about", "idea", "evening", "party", "radio"}) {
    const std::string text = divided(word, "en");
    CAPTURE(text);
    CHECK((text.find('-') == std::string::npos || text.find('-') >= 2));
    CHECK((text.rfind('-') == std::string::npos || text.size() - text.rfind('-') > 3));
  }
}

TEST_CASE("an unknown language or a tag that is none has no dictionary") {
  CHECK(Hyphenator::for_language("xx") == nullptr);
  CHECK(Hyphenator::for_language("") == nullptr);
  CHECK(Hyphenator::for_language("../en") == nullptr);
}

TEST_CASE("tags of one language share its dictionary") {
  const Hyphenator* english = Hyphenator::for_language("en-US");
  CHECK(Hyphenator::for_language("en-us") == english);
  CHECK(Hyphenator::for_language("en-US-x-anything") == english);
}

TEST_CASE("a word without end is left whole") {
  CHECK(divided(std::string(100000, 'a'), "en") == std::string(100000, 'a'));
}
