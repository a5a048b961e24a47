#include "pdf/to_unicode.h"

#include <doctest/doctest.h>

namespace garland {
namespace {

TEST_CASE("a map's sections hold at most a hundred mappings") {
  std::map<std::uint16_t, std::string> texts;
  for (std::uint16_t i = 1; i <= 101; ++i) texts[i] = "x";
  const std::string map = make_unicode_map(texts);
  CHECK(map.find("100 beginbfchar") != std::string::npos);
  CHECK(map.find("\n1 beginbfchar\n<0065> <0078>\n") != std::string::npos);
}

TEST_CASE("a ligature maps to all its letters") {
  CHECK(make_unicode_map({{7, "ffi"}}).find("<0007> <006600660069>") != std::string::npos);
}

TEST_CASE("private and forbidden characters do not belong in a map") {
  CHECK(fits_unicode_map("a"));
  CHECK_FALSE(fits_unicode_map(""));
  CHECK_FALSE(fits_unicode_map("\xEE\x80\x80"));  // U+E000
  CHECK_FALSE(fits_unicode_map("\xEF\xBB\xBF"));  // U+FEFF
}

}  // namespace
}  // namespace garland
