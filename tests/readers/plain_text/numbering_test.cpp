#include "readers/plain_text/numbering.h"

#include <doctest/doctest.h>

#include <string>

using namespace garland::plain;

TEST_CASE("a number of figures before words is read with its parts") {
  struct Case {
    std::string text;
    int depth;
    int last;
    std::string words;
  };
  const Case cases[] = {
      {"3 Socks", 1, 3, "Socks"},
      {"3. Socks", 1, 3, "Socks"},
      {"3) Socks", 1, 3, "Socks"},
      {"2.13 Socks", 2, 13, "Socks"},
      {"2.13.1. Socks", 3, 1, "Socks"},
      {"1.0 Socks", 2, 0, "Socks"},
      {"3.", 0, 0, "3."},
      {"3Socks", 0, 0, "3Socks"},
      {"3.5% of socks", 0, 0, "3.5% of socks"},
      {"2020 in socks", 0, 0, "2020 in socks"},  // a year
      {"1234567890123.1 x", 0, 0, "1234567890123.1 x"},
      {"Socks", 0, 0, "Socks"},
      {"", 0, 0, ""},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    const DecimalNumber found = decimal_number(item.text);
    CHECK(found.depth == item.depth);
    CHECK(found.last == item.last);
    CHECK(item.text.substr(found.bytes) == item.words);
  }
}

TEST_CASE("a number behind a text's first word is read with that word") {
  struct Case {
    std::string text;
    std::string name;
    int number;
    char sign;
  };
  const Case cases[] = {
      {"Article 3. Privacy", "Article", 3, '.'},
      {"Chapter 12: The hat", "Chapter", 12, ':'},
      {"Part 2 The sea", "Part", 2, ' '},
      {"Chapter 4", "Chapter", 4, 0},
      {"Room 2020", "", 0, 0},
      {"Part 2nd", "", 0, 0},
      {"The Article 3.", "", 0, 0},
      {"Article ", "", 0, 0},
      {"Article", "", 0, 0},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    const NamedNumber found = named_number(item.text);
    CHECK(found.name == item.name);
    CHECK(found.number == item.number);
    CHECK(found.sign == item.sign);
  }
}

TEST_CASE("Chinese and Japanese numerals are read before their sign") {
  CHECK(han_number("一、港") == 1);
  CHECK(han_number("十二．港") == 12);
  CHECK(han_number("二十三、港") == 23);
  CHECK(han_number("一港") == 0);
  CHECK(han_number("港") == 0);
}
