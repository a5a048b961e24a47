#include "layout/paragraph/opportunities.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace garland;

namespace {

std::string marked(std::string_view text, const std::vector<BreakOpportunity>& breaks) {
  std::string result;
  std::size_t begin = 0;
  for (const BreakOpportunity& found : breaks) {
    result += text.substr(begin, found.offset - begin);
    result += found.is_mandatory ? "‖" : "|";
    begin = found.offset;
  }
  return result;
}

}  // namespace

TEST_CASE("line ends are found where annex 14 has them, whatever signs stand together") {
  constexpr std::array<std::string_view, 40> kPieces = {
      "word", "A",  "été", "7", " ", " ",  " ",  "  ", "(",  ")", "[",      "]",  ".", ",",
      ";",    ":",  "!",   "?", "“", "”",  "‘",  "’",  "\"", "'", "—",      "–",  "-", "/",
      "…",    "\n", "$",   "%", "&", "漢", "。", "ж",  "λ",  "#", "\u00AD", "ไทย"};
  std::uint64_t state = 12345;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 9; ++i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      text += kPieces.at((state >> 33U) % kPieces.size());
    }
    const std::string expected = marked(text, line_breaks(text, "en"));
    const std::string found = marked(text, find_opportunities(text, "en"));
    CAPTURE(text);
    REQUIRE(found == expected);
  }
}

TEST_CASE("a text without words has one opportunity, its end") {
  CHECK(find_opportunities("", "en").empty());
  CHECK(find_opportunities("   ", "en").size() == 1);
}
