#include "base/numerals.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace garland {
namespace {

TEST_CASE("Roman numerals are in their usual form up to 3999 and decimal beyond") {
  const std::pair<std::uint64_t, std::string> rows[] = {
      {0, "0"},
      {1, "i"},
      {4, "iv"},
      {9, "ix"},
      {14, "xiv"},
      {40, "xl"},
      {99, "xcix"},
      {444, "cdxliv"},
      {1990, "mcmxc"},
      {2026, "mmxxvi"},
      {3999, "mmmcmxcix"},
      {4000, "4000"},
      {~std::uint64_t{0}, "18446744073709551615"}};
  for (const auto& [number, text] : rows) CHECK(roman(number) == text);
}

}  // namespace
}  // namespace garland
