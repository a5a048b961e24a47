// Dictionaries written here: what each kind of line means.
#include "layout/paragraph/hyphen_patterns.h"

#include <doctest/doctest.h>

#include <string>

namespace garland {
namespace {

std::string divided(std::string_view word, const HyphenPatterns& patterns) {
  std::vector<bool> places;
  patterns.find(word, places);
  std::string text;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (places.at(i)) text += '-';
    text += word[i];
  }
  return text;
}

std::string divided(std::string_view word, std::string_view dictionary) {
  return divided(word, read_hyphen_dictionary(dictionary).words);
}

}  // namespace

TEST_CASE("an odd digit divides, an even one forbids, and the highest of a place decides") {
  struct Row {
    std::string_view patterns, word, expected;
  };
  for (const Row& row : std::initializer_list<Row>{{"a1b", "cabs", "ca-bs"},
                                                   {"a1b\na2bs", "cabs", "cabs"},
                                                   {"a1b\na2bs\na3bs", "cabs", "ca-bs"},
                                                   {"a1b\na2bs", "cabd", "ca-bd"},
                                                   {"1a1", "cab", "c-a-b"},
                                                   {"a1b", "cat", "cat"}}) {
    CAPTURE(row.patterns);
    CHECK(divided(row.word, std::string("UTF-8\n").append(row.patterns)) == row.expected);
  }
}

TEST_CASE("a point stands for the edge of a word, and no hyphen stands at one") {
  CHECK(divided("abab", "UTF-8\n.a1b\n") == "a-bab");
  CHECK(divided("abab", "UTF-8\na1b.\n") == "aba-b");
  CHECK(divided("ab", "UTF-8\n1a\nb1\n") == "ab");
}

TEST_CASE("the first line names the encoding of the others") {
  CHECK(divided("größe", "ISO8859-1\n\xF6\x31\xDF\n") == "grö-ße");
  CHECK(divided("größe", "UTF-8\nö1ß\n") == "grö-ße");
  CHECK(divided("дом", "microsoft-cp1251\n\xEE\x31\xEC\n") == "до-м");
}

TEST_CASE("line ends of other systems, comments and empty lines mean nothing") {
  CHECK(divided("cabs", "UTF-8\r\n% a2b\r\n# a2b\r\n\r\na1b\r\n") == "ca-bs");
}

TEST_CASE("a place where the spelling would change is left out") {
  CHECK(divided("drucker", "UTF-8\nuc1ker/uk=ker,1,2\n") == "drucker");
}

TEST_CASE("settings are the least letters on either side, never below our own") {
  const HyphenDictionary strict = read_hyphen_dictionary(
      "UTF-8\nLEFTHYPHENMIN 4\nRIGHTHYPHENMIN 5\nCOMPOUNDLEFTHYPHENMIN 3\n"
      "COMPOUNDRIGHTHYPHENMIN 6\na1b\n");
  CHECK(strict.least_before == 4);
  CHECK(strict.least_after == 5);
  CHECK(strict.least_before_in_part == 3);
  CHECK(strict.least_after_in_part == 6);
  const HyphenDictionary lax = read_hyphen_dictionary("UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n");
  CHECK(lax.least_before == HyphenDictionary().least_before);
  CHECK(lax.least_after == HyphenDictionary().least_after);
}

TEST_CASE("what stands before NEXTLEVEL finds the parts of compounds") {
  const HyphenDictionary dictionary = read_hyphen_dictionary("UTF-8\na1b\nNEXTLEVEL\nc1d\n");
  CHECK(divided("abcd", dictionary.compounds) == "a-bcd");
  CHECK(divided("abcd", dictionary.words) == "abc-d");
}

TEST_CASE("broken dictionaries divide nothing") {
  for (const std::string& bytes : {std::string(), std::string("UTF-8"), std::string("UTF-8\n123\n"),
                                   "UTF-8\n" + std::string(5000, 'a') + "1b\n",
                                   std::string("UTF-8\n\xFF\xFE\x31\n\0\n", 13)}) {
    CAPTURE(bytes.substr(0, 20));
    CHECK(divided("aab", bytes) == "aab");
  }
  CHECK(divided(std::string(5000, 'a'), "UTF-8\na1a\n") == std::string(5000, 'a'));
}

}  // namespace garland
