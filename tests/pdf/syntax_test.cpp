#include "pdf/syntax.h"

#include <doctest/doctest.h>

namespace garland {
namespace {

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

TEST_CASE("numbers have at most three decimals and no others than needed") {
  CHECK(number(0) == "0");
  CHECK(number(12) == "12");
  CHECK(number(-0.5) == "-0.5");
  CHECK(number(1.0 / 3) == "0.333");
  CHECK(number(0.0004) == "0");
  CHECK(number(-0.0004) == "0");
  CHECK(number(99.9996) == "100");
  CHECK(number(14400.05) == "14400.05");
}

TEST_CASE("text strings are plain in ASCII and UTF-16 elsewhere") {
  CHECK(text_string("a (b) \\") == "(a \\(b\\) \\\\)");
  CHECK(text_string("é") == "<FEFF00E9>");
  CHECK(text_string("𝕏") == "<FEFFD835DD4F>");
  CHECK(text_string("a\nb") == "<FEFF0061000A0062>");
}

TEST_CASE("byte strings keep line ends as they are") {
  CHECK(byte_string("a\r\nb") == "(a\\r\nb)");
}

TEST_CASE("names escape what ends a name") {
  CHECK(name_object("Font-A+B") == "/Font-A+B");
  CHECK(name_object("a b/c#") == "/a#20b#2Fc#23");
}

}  // namespace
}  // namespace garland
