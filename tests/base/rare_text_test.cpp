#include "base/rare_text.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("a rare text is a string, in the room of a pointer") {
  static_assert(sizeof(RareText) == sizeof(void*));
  RareText none;
  CHECK(none.empty());
  CHECK(none.str().empty());
  RareText text = "a pier";
  CHECK_FALSE(text.empty());
  CHECK(text == "a pier");
  const RareText copy = text;
  text = std::string("a wharf");
  CHECK(copy == "a pier");
  none = std::move(text);
  CHECK(none == "a wharf");
  none = "";
  CHECK(none.empty());
}
