// Imposition: which page stands where on which side of which sheet, so that sheets that are printed
// on both sides, folded and cut have their pages in order.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/unicode.h"
#include "layout/page.h"
#include "style/print.h"

namespace garland {

constexpr std::size_t kBlankPage = static_cast<std::size_t>(-1);

// One side of a sheet.
struct SheetSide {
  // Page indices, row by row, each from left to right; kBlankPage for none.
  std::vector<std::size_t> cells;
  int depth = 0;  // sheets of the same signature around this one
};

// How a sheet is divided.
struct SheetPlan {
  Length width, height;  // of the sheet
  int columns = 1, rows = 1;
  double scale = 1;  // of the pages; never above 1

  Length cell_width() const { return width / columns; }
  Length cell_height() const { return height / rows; }
};

// The paper and the division that make the pages least smaller. A booklet's sheet lies on its long
// side.
SheetPlan plan_sheets(Length page_width, Length page_height, const SheetSettings& sheets);

// The sides in the order of printing, front and back of each sheet in turn. Sheets of a booklet are
// turned on their short edge, and its pages fill up a multiple of four. `direction` is the book's:
// those that are read from the right are bound on the right.
std::vector<SheetSide> impose(std::size_t page_count, const SheetSettings& sheets, int columns,
                              Direction direction);

// Sheets of paper that so many pages take, printed on both sides; one page to a side where there
// are no settings.
std::size_t count_sheets(std::size_t page_count, const std::optional<SheetSettings>& sheets);

// By how much the pages of the innermost sheet stand nearer to the spine.
Length largest_creep(std::size_t page_count, const SheetSettings& sheets);

// Where the page of a cell stands, in points of the sheet from its top left corner: in the middle
// of its cell, or in a booklet at the spine, nearer by the creep.
Rect page_place(std::size_t cell, const SheetSide& side, const SheetPlan& plan, Length page_width,
                Length page_height, const SheetSettings& sheets);
Rect cell_place(std::size_t cell, const SheetPlan& plan);

}  // namespace garland
