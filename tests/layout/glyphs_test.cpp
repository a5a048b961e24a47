#include "layout/glyphs.h"

#include <doctest/doctest.h>

namespace garland {
namespace {

bool is_same(const PlacedGlyph& a, const PlacedGlyph& b) {
  return a.glyph == b.glyph && Length(a.advance) == Length(b.advance) &&
         Length(a.x_offset) == Length(b.x_offset) && Length(a.y_offset) == Length(b.y_offset) &&
         a.text_offset == b.text_offset && a.text_length == b.text_length;
}

TEST_CASE("glyphs come back from their packed form as they were") {
  constexpr std::uint32_t kLargest = std::numeric_limits<std::uint32_t>::max();
  struct Case {
    const char* what;
    std::vector<PlacedGlyph> glyphs;
  };
  const std::vector<Case> cases = {
      {"none", {}},
      {"left to right",
       {{5, 3_pt, {}, {}, 0, 1}, {6, 4_pt, {}, {}, 1, 2}, {7, 1_pt, {}, {}, 3, 1}}},
      {"right to left",
       {{5, 3_pt, {}, {}, 4, 2}, {6, 4_pt, {}, {}, 2, 2}, {7, 1_pt, {}, {}, 0, 2}}},
      {"a cluster of several",
       {{5, 3_pt, {}, {}, 0, 4}, {6, {}, {}, {}, 0, 0}, {7, 1_pt, {}, {}, 4, 1}}},
      {"offsets",
       {{5, 3_pt, -1_pt, {}, 0, 1}, {6, -4_pt, {}, 2_pt, 1, 1}, {7, 1_pt, {}, {}, 2, 1}}},
      {"a jump in the text",
       {{5, 3_pt, {}, {}, 9, 1}, {6, 4_pt, {}, {}, 40, 1}, {7, {}, {}, {}, 41, 1}}},
      {"a long text", {{5, 3_pt, {}, {}, 0, 1000}, {6, 4_pt, {}, {}, 1000, 1}}},
      {"the largest numbers", {{kLargest, 99999_pt, -99999_pt, 99999_pt, kLargest - 1, 1}}}};
  for (const Case& test : cases) {
    CAPTURE(test.what);
    const PackedGlyphs packed(test.glyphs);
    CHECK(packed.size() == test.glyphs.size());
    CHECK(packed.empty() == test.glyphs.empty());
    std::vector<PlacedGlyph> glyphs(3);
    packed.unpack(glyphs);
    REQUIRE(glyphs.size() == test.glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      CAPTURE(i);
      CHECK(is_same(glyphs[i], test.glyphs[i]));
    }
  }
}

}  // namespace
}  // namespace garland
