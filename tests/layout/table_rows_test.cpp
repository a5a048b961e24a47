#include "layout/galley/table_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace garland {
namespace {

constexpr RowCut kCut{80_pt, 40_pt, 500_pt};

// Lines of a height, with white above every third but the first.
SetCell cell_of(int count, Length height, Length white) {
  SetCell cell;
  for (int i = 0; i < count; ++i) {
    Slab line;
    line.height = height;
    line.notes = {static_cast<std::size_t>(i)};  // tells the lines in a piece
    line.items = {rule_item({{}, 1_pt, height}, {})};
    if (i > 0 && i % 3 == 0) line.space_before = white;
    cell.slabs.push_back(std::move(line));
  }
  cell.height = height_of(cell.slabs);
  return cell;
}

Slabs pieces_of(SetRow row) {
  SetRows rows{std::move(row)};
  const std::vector<Length> heights = row_heights(rows);
  return body_slabs(rows, heights, Length(), kCut);
}

// Where the lines of a row stand that is on one page, from top to bottom.
std::vector<Length> tops_of(const Slab& row) {
  std::vector<Length> tops;
  for (const PageItem& item : row.items) tops.push_back(rect_of(item)->origin.y);
  std::sort(tops.begin(), tops.end());
  return tops;
}

}  // namespace

TEST_CASE("a row in pieces on one page looks as if it were whole") {
  const auto check = [](const SetRow& row) {
    Slab whole;
    for (SetCell cell : row) add_to(whole, joined(std::move(cell.slabs)), Length());
    const Slabs pieces = pieces_of(row);
    REQUIRE(pieces.size() > 1);
    CHECK(tops_of(joined(pieces)) == tops_of(whole));
    // Each ends below the one before it.
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      CHECK(pieces[i].space_before + pieces[i].height > Length());
    }
  };
  check({cell_of(30, 10_pt, 0_pt), cell_of(15, 10_pt, 8_pt)});
  check({cell_of(50, 11_pt, 0_pt), cell_of(40, 13_pt, 0_pt)});
  check({cell_of(3, 150_pt, 10_pt), cell_of(5, 12_pt, 0_pt)});
  check({cell_of(4, 90_pt, 0_pt), cell_of(3, 130_pt, 0_pt), cell_of(20, 17_pt, 3_pt)});
}

TEST_CASE("lines beside a picture stay together") {
  const Slabs pieces = pieces_of({cell_of(1, 150_pt, 0_pt), cell_of(5, 12_pt, 0_pt)});
  REQUIRE(pieces.size() == 1);
  CHECK(pieces.front().height == 150_pt);
}

TEST_CASE("the lines of a row that is cut stand where they would if it were whole") {
  for (const Length white : {0_pt, 5_pt, 8_pt, 20_pt}) {
    CAPTURE(white.points());
    const Slabs pieces = pieces_of({cell_of(30, 10_pt, 0_pt), cell_of(15, 10_pt, white)});
    REQUIRE(pieces.size() > 3);
    CHECK(height_of(pieces) == 300_pt);
    for (const Slab& piece : pieces) CHECK(piece.height <= kCut.highest_whole);
  }
}

TEST_CASE("white that all cells of a row have is none at the top of a page") {
  const Slabs pieces = pieces_of({cell_of(30, 14_pt, 6_pt), cell_of(30, 14_pt, 6_pt)});
  REQUIRE(pieces.size() == 10);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    CHECK(pieces[i].height == 42_pt);
    CHECK(pieces[i].space_before == 6_pt);
  }
}

TEST_CASE("a row whose lines cross each other throughout is cut all the same, no line lost") {
  const Slabs pieces = pieces_of({cell_of(50, 11_pt, 0_pt), cell_of(40, 13_pt, 0_pt), {}});
  REQUIRE(pieces.size() > 3);
  std::size_t count = 0;
  for (const Slab& piece : pieces) {
    CHECK(piece.height <= kCut.highest_whole);
    count += piece.notes.size();
  }
  CHECK(count == 90);
}

TEST_CASE("lines that are higher than a piece stand one below the other") {
  const Slabs pieces = pieces_of({cell_of(4, 200_pt, 7_pt), cell_of(4, 10_pt, 0_pt)});
  CHECK(pieces.size() == 4);
  CHECK(height_of(pieces) == 807_pt);
}

}  // namespace garland
