#include "document/isbn.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("the check digit tells an ISBN from other numbers") {
  for (const char* right : {"9783161484100", "0306406152", "097522980X"}) {
    CAPTURE(right);
    CHECK(is_isbn(right));
  }
  for (const char* wrong : {"9783161484101", "0306406153", "0975229801", "97831614841",
                            "X306406152", "978316148410X"}) {
    CAPTURE(wrong);
    CHECK(!is_isbn(wrong));
  }
}

TEST_CASE("an ISBN of ten digits is that of thirteen of the same book") {
  CHECK(isbn_13("0306406152") == "9780306406157");
  CHECK(isbn_13("097522980X") == "9780975229804");
  CHECK(isbn_13("9783161484100") == "9783161484100");
  CHECK(isbn_13("12345").empty());
}
