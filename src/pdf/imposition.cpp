#include "pdf/imposition.h"

#include <algorithm>
#include <utility>

#include "style/paper.h"

namespace garland {
namespace {

using Way = SheetSettings::Way;

// The sheets of one signature, from the outermost: on the front the last page not yet used and the
// first, on the back the next and the one before.
void add_signature(std::vector<SheetSide>& sides, std::size_t first, std::size_t folded,
                   std::size_t page_count, Direction direction) {
  const auto side = [&](std::size_t left, std::size_t right, std::size_t depth) {
    if (direction == Direction::RightToLeft) std::swap(left, right);
    SheetSide made;
    for (const std::size_t page : {first + left, first + right}) {
      made.cells.push_back(page < page_count ? page : kBlankPage);
    }
    made.depth = static_cast<int>(depth);
    return made;
  };
  for (std::size_t sheet = 0; sheet < folded / 4; ++sheet) {
    const std::size_t low = sheet * 2;
    const std::size_t high = folded - 1 - low;
    sides.push_back(side(high, low, sheet));
    sides.push_back(side(low + 1, high - 1, sheet));
  }
}

// The last signature is as thin as its pages allow.
std::vector<SheetSide> impose_booklet(std::size_t page_count, int signature, Direction direction) {
  const std::size_t padded = (page_count + 3) / 4 * 4;
  const std::size_t most = signature == 0 ? padded : static_cast<std::size_t>(signature);
  std::vector<SheetSide> sides;
  for (std::size_t first = 0; first < padded; first += most) {
    add_signature(sides, first, std::min(most, padded - first), page_count, direction);
  }
  return sides;
}

std::vector<SheetSide> impose_grid(std::size_t page_count, std::size_t up, int columns,
                                   Direction direction) {
  std::vector<SheetSide> sides;
  for (std::size_t first = 0; first < page_count; first += up) {
    SheetSide side;
    for (std::size_t page = first; page < first + up; ++page) {
      side.cells.push_back(page < page_count ? page : kBlankPage);
    }
    if (direction == Direction::RightToLeft) {
      for (auto row = side.cells.begin(); row != side.cells.end(); row += columns) {
        std::reverse(row, row + columns);
      }
    }
    sides.push_back(std::move(side));
  }
  return sides;
}

double scale_in(const SheetPlan& plan, Length page_width, Length page_height) {
  return std::min(plan.cell_width().points() / page_width.points(),
                  plan.cell_height().points() / page_height.points());
}

// Of two ways to divide a sheet the one that is tried first wins where both are as good.
void prefer(SheetPlan& best, SheetPlan plan, Length page_width, Length page_height) {
  constexpr double kNoBetter = 1.001;
  plan.scale = scale_in(plan, page_width, page_height);
  if (plan.scale > best.scale * kNoBetter) best = plan;
}

}  // namespace

std::vector<SheetSide> impose(std::size_t page_count, const SheetSettings& sheets, int columns,
                              Direction direction) {
  if (sheets.way == Way::Booklet) return impose_booklet(page_count, sheets.signature, direction);
  return impose_grid(page_count, static_cast<std::size_t>(sheets.up), columns, direction);
}

std::size_t count_sheets(std::size_t page_count, const std::optional<SheetSettings>& sheets) {
  const auto up = static_cast<std::size_t>(sheets ? sheets->up : 1);
  return (page_count + up * 2 - 1) / (up * 2);
}

Length largest_creep(std::size_t page_count, const SheetSettings& sheets) {
  if (sheets.way == Way::Grid) return {};
  const std::size_t all = count_sheets(page_count, sheets);
  const std::size_t folded = static_cast<std::size_t>(sheets.signature) / 4;
  const std::size_t together = folded == 0 ? all : std::min(folded, all);
  return sheets.creep * static_cast<std::int64_t>(together - 1);
}

SheetPlan plan_sheets(Length page_width, Length page_height, const SheetSettings& sheets) {
  const bool is_booklet = sheets.way == Way::Booklet;
  PaperSize paper{page_width, page_height};
  if (sheets.paper) {
    paper = *sheets.paper;
  } else if (is_booklet) {
    paper = smallest_paper_for({page_width * 2, page_height});
  }
  const Length longer = std::max(paper.width, paper.height);
  const Length shorter = std::min(paper.width, paper.height);
  SheetPlan best;
  best.scale = 0;
  for (int rows = is_booklet ? 1 : sheets.up; rows >= 1; --rows) {
    const int up = is_booklet ? 2 : sheets.up;
    if (up % rows != 0) continue;
    if (!is_booklet) prefer(best, {shorter, longer, up / rows, rows, 0}, page_width, page_height);
    prefer(best, {longer, shorter, up / rows, rows, 0}, page_width, page_height);
  }
  best.scale = std::min(best.scale, 1.0);
  return best;
}

Rect cell_place(std::size_t cell, const SheetPlan& plan) {
  const auto column = static_cast<std::int64_t>(cell) % plan.columns;
  const auto row = static_cast<std::int64_t>(cell) / plan.columns;
  return {{plan.cell_width() * column, plan.cell_height() * row},
          plan.cell_width(),
          plan.cell_height()};
}

Rect page_place(std::size_t cell, const SheetSide& side, const SheetPlan& plan, Length page_width,
                Length page_height, const SheetSettings& sheets) {
  const Rect around = cell_place(cell, plan);
  Rect place{around.origin, page_width.scaled(plan.scale), page_height.scaled(plan.scale)};
  const Length spare = around.width - place.width;
  const Length creep = sheets.creep * side.depth;
  if (sheets.way == Way::Grid) {
    place.origin.x += spare / 2;
  } else {
    place.origin.x += cell == 0 ? spare + creep : -creep;
  }
  place.origin.y += (around.height - place.height) / 2;
  return place;
}

}  // namespace garland
