#include "pdf/imposition.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace garland {
namespace {

using Way = SheetSettings::Way;

SheetSettings booklet(int signature = 0) {
  SheetSettings sheets;
  sheets.signature = signature;
  return sheets;
}

SheetSettings grid(int up) {
  SheetSettings sheets;
  sheets.way = Way::Grid;
  sheets.up = up;
  return sheets;
}

// The pages in the order in which they are read when every sheet is folded on its middle and those
// of a signature lie in each other. A book for readers from the left has its first page on the
// right half of the outermost front; the other half of each side is read on the way back.
std::vector<std::size_t> fold(const std::vector<SheetSide>& sides, Direction direction) {
  const std::size_t near = direction == Direction::LeftToRight ? 1 : 0;
  const std::size_t far = 1 - near;
  std::vector<std::size_t> read;
  for (std::size_t first = 0; first < sides.size();) {
    std::size_t end = first + 2;
    while (end < sides.size() && sides[end].depth > 0) end += 2;
    // Front by front inwards; what is behind a page is on the other half of the sheet's back.
    for (std::size_t front = first; front < end; front += 2) {
      read.push_back(sides[front].cells[near]);
      read.push_back(sides[front + 1].cells[far]);
    }
    for (std::size_t front = end; front > first; front -= 2) {
      read.push_back(sides[front - 1].cells[near]);
      read.push_back(sides[front - 2].cells[far]);
    }
    first = end;
  }
  return read;
}

TEST_CASE("folded, a booklet's leaves read from the first page to the last") {
  for (const Direction direction : {Direction::LeftToRight, Direction::RightToLeft}) {
    for (const int signature : {0, 4, 8, 16, 32}) {
      for (std::size_t count = 1; count <= 70; ++count) {
        CAPTURE(signature);
        CAPTURE(count);
        const std::vector<SheetSide> sides = impose(count, booklet(signature), 2, direction);
        const std::vector<std::size_t> read = fold(sides, direction);
        const std::size_t padded = (count + 3) / 4 * 4;
        REQUIRE(read.size() == padded);
        for (std::size_t i = 0; i < padded; ++i) REQUIRE(read[i] == (i < count ? i : kBlankPage));
      }
    }
  }
}

TEST_CASE("a book of eight pages has the order that every printer knows") {
  const std::vector<SheetSide> sides = impose(8, booklet(), 2, Direction::LeftToRight);
  REQUIRE(sides.size() == 4);
  CHECK(sides[0].cells == std::vector<std::size_t>{7, 0});
  CHECK(sides[1].cells == std::vector<std::size_t>{1, 6});
  CHECK(sides[2].cells == std::vector<std::size_t>{5, 2});
  CHECK(sides[3].cells == std::vector<std::size_t>{3, 4});
  const std::vector<SheetSide> mirrored = impose(8, booklet(), 2, Direction::RightToLeft);
  CHECK(mirrored[0].cells == std::vector<std::size_t>{0, 7});
}

TEST_CASE("several pages on a side stand in reading order, each once") {
  for (const int up : {1, 2, 4, 6, 9, 16}) {
    const SheetPlan plan = plan_sheets(400_pt, 600_pt, grid(up));
    CAPTURE(up);
    CHECK(plan.columns * plan.rows == up);
    for (const Direction direction : {Direction::LeftToRight, Direction::RightToLeft}) {
      std::set<std::size_t> seen;
      for (const SheetSide& side : impose(23, grid(up), plan.columns, direction)) {
        CHECK(side.cells.size() == static_cast<std::size_t>(up));
        for (const std::size_t page : side.cells) {
          if (page != kBlankPage) CHECK(seen.insert(page).second);
        }
      }
      CHECK(seen.size() == 23);
    }
  }
  const auto mirrored = impose(4, grid(4), 2, Direction::RightToLeft);
  CHECK(mirrored.front().cells == std::vector<std::size_t>{1, 0, 3, 2});
}

TEST_CASE("sheets of paper are counted as they are printed") {
  for (const SheetSettings& sheets : {booklet(), booklet(16), grid(4), grid(9)}) {
    for (const std::size_t pages : {1U, 4U, 5U, 28U, 64U}) {
      const std::size_t sides = impose(pages, sheets, 1, Direction::LeftToRight).size();
      CHECK(count_sheets(pages, sheets) == (sides + 1) / 2);
    }
  }
  CHECK(count_sheets(5, std::nullopt) == 3);
}

TEST_CASE("sheets are divided so that the pages are least smaller") {
  struct Row {
    Length width, height;
    SheetSettings sheets;
    int columns, rows;
    double scale;
  };
  SheetSettings on_a4 = booklet();
  on_a4.paper = PaperSize{210_mm, 297_mm};
  SheetSettings on_a3 = on_a4;
  on_a3.paper = PaperSize{297_mm, 420_mm};
  const Row rows[] = {
      {148_mm, 210_mm, booklet(), 2, 1, 1},   {210_mm, 297_mm, on_a4, 2, 1, 0.707},
      {148_mm, 210_mm, on_a3, 2, 1, 1},       {210_mm, 297_mm, grid(2), 2, 1, 0.707},
      {210_mm, 297_mm, grid(4), 2, 2, 0.5},   {210_mm, 297_mm, grid(1), 1, 1, 1},
      {297_mm, 210_mm, grid(2), 1, 2, 0.707}, {210_mm, 297_mm, grid(8), 4, 2, 0.353}};
  for (const Row& row : rows) {
    const SheetPlan plan = plan_sheets(row.width, row.height, row.sheets);
    CHECK(plan.columns == row.columns);
    CHECK(plan.rows == row.rows);
    CHECK(plan.scale == doctest::Approx(row.scale).epsilon(0.005));
  }
}

TEST_CASE("a booklet's pages meet at the spine, those of inner sheets nearer by the creep") {
  SheetSettings sheets = booklet();
  sheets.paper = PaperSize{297_mm, 420_mm};
  sheets.creep = 1_pt;
  const SheetPlan plan = plan_sheets(300_pt, 400_pt, sheets);
  const Length spine = plan.width / 2;
  SheetSide side{{0, 1}, 0};
  const auto place = [&](std::size_t cell) {
    return page_place(cell, side, plan, 300_pt, 400_pt, sheets);
  };
  CHECK(place(0).origin.x + place(0).width == spine);
  CHECK(place(1).origin.x == spine);
  CHECK(place(0).origin.y == (plan.height - Length(400_pt)) / 2);
  side.depth = 3;
  CHECK(place(0).origin.x + place(0).width == spine + Length(3_pt));
  CHECK(place(1).origin.x == spine - Length(3_pt));
}

TEST_CASE("the largest creep is that of the sheet which the most others are around") {
  for (const int signature : {0, 4, 16}) {
    SheetSettings sheets = booklet(signature);
    sheets.creep = 2_pt;
    for (const std::size_t pages : {3U, 20U, 45U}) {
      int deepest = 0;
      for (const SheetSide& side : impose(pages, sheets, 2, Direction::LeftToRight)) {
        deepest = std::max(deepest, side.depth);
      }
      CHECK(largest_creep(pages, sheets) == Length(2_pt) * deepest);
    }
  }
  CHECK(largest_creep(45, grid(4)) == Length());
}

TEST_CASE("pages of a grid stand in the middle of their cells") {
  SheetSettings sheets = grid(2);
  sheets.paper = PaperSize{1000_pt, 600_pt};
  const SheetPlan plan = plan_sheets(400_pt, 500_pt, sheets);
  REQUIRE(plan.columns == 2);
  const Rect place = page_place(1, {{0, 1}, 0}, plan, 400_pt, 500_pt, sheets);
  CHECK(place.origin.x == Length(550_pt));
  CHECK(place.origin.y == Length(50_pt));
}

}  // namespace
}  // namespace garland
