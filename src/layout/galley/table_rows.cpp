#include "layout/galley/table_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace garland {
namespace {

// A page break within a row, and below the first of several rows.
constexpr std::int64_t kCutRowCost = 2000;
constexpr std::int64_t kLoneRowCost = 3000;

void move_into(Slab& row, Slab slab, Length down) {
  if (row.items.empty()) row.baseline = down + slab.baseline;
  add_to(row, std::move(slab), down);
}

Slab whole_row(SetRow& cells, Length height) {
  Slab row;
  for (SetCell& cell : cells) move_into(row, joined(std::move(cell.slabs)), Length());
  row.height = height;
  return row;
}

bool is_empty(const Slab& slab) { return slab.items.empty() && slab.height == Length(); }

// Of each cell the lines that fit in each of the pieces.
Slabs cut_row(SetRow& cells, Length most) {
  Slabs pieces;
  std::vector<std::size_t> next(cells.size(), 0);
  for (bool is_done = false; !is_done;) {
    Slab piece;
    if (!pieces.empty()) piece.break_cost = kCutRowCost;
    is_done = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Length y;
      for (; next[i] < cells[i].slabs.size(); ++next[i]) {
        Slab& slab = cells[i].slabs[next[i]];
        const Length space = y > Length() ? slab.space_before : Length();
        if (y > Length() && y + space + slab.height > most) break;
        if (y == Length() && next[i] > 0) {
          piece.space_before = std::max(piece.space_before, slab.space_before);
        }
        const Length down = y + space;
        y = down + slab.height;
        move_into(piece, std::move(slab), down);
      }
      piece.height = std::max(piece.height, y);
      is_done = is_done && next[i] == cells[i].slabs.size();
    }
    if (!is_empty(piece)) pieces.push_back(std::move(piece));
  }
  if (pieces.size() > 1 && pieces.back().height <= most / 2) {
    pieces.back().break_cost = kForbidden;
  }
  return pieces;
}

// Makes one slab of those from `first` on: a page that ended between them would cut the cell that
// holds them together. What is higher than a page is cut between lines.
void join(Slabs& slabs, std::size_t first) {
  if (slabs.size() < first + 2) return;
  const auto begin = slabs.begin() + static_cast<std::ptrdiff_t>(first);
  Slabs group(std::make_move_iterator(begin), std::make_move_iterator(slabs.end()));
  slabs.erase(begin, slabs.end());
  const std::int64_t cost = group.front().break_cost;
  slabs.push_back(joined(std::move(group)));
  slabs.back().break_cost = cost;
}

bool reaches_over_rows(const SetCell& cell) { return cell.row_count > 1; }

}  // namespace

std::vector<Length> row_heights(const SetRows& rows) {
  std::vector<Length> heights(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const SetCell& cell : rows[row]) {
      if (!reaches_over_rows(cell)) heights[row] = std::max(heights[row], cell.height);
    }
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const SetCell& cell : rows[row]) {
      Length above;
      const std::size_t last = row + cell.row_count - 1;
      for (std::size_t i = row; i < last; ++i) above += heights[i];
      heights[last] = std::max(heights[last], cell.height - above);
    }
  }
  return heights;
}

Slabs head_slabs(std::span<SetRow> rows, std::span<const Length> heights) {
  const bool is_held = std::any_of(rows.begin(), rows.end(), [](const SetRow& row) {
    return std::any_of(row.begin(), row.end(), reaches_over_rows);
  });
  Slabs head;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    head.push_back(whole_row(rows[row], heights[row]));
  }
  if (is_held) join(head, 0);
  return head;
}

Slabs body_slabs(std::span<SetRow> rows, std::span<const Length> heights, Length row_gap,
                 const RowCut& cut) {
  Slabs body;
  Length held;                  // a cell over several rows reaches this far below
  std::size_t group_first = 0;  // of the rows that hang together by such cells
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Length reach;
    for (const SetCell& cell : rows[row]) {
      if (reaches_over_rows(cell)) reach = std::max(reach, cell.height);
    }
    Slabs pieces;
    if (heights[row] > cut.highest_whole && reach == Length() && held == Length()) {
      pieces = cut_row(rows[row], cut.piece);
    } else {
      pieces.push_back(whole_row(rows[row], heights[row]));
    }
    for (Slab& piece : pieces) {
      const bool is_held = held > Length();
      held = std::max(Length(), std::max(held, reach) - piece.height);
      reach = Length();
      if (is_held) piece.break_cost = kForbidden;
      group_first = is_held ? group_first : body.size();
      body.push_back(std::move(piece));
    }
    if (!body.empty()) body.back().height += row_gap;
    if (held == Length()) join(body, group_first);
  }
  if (body.size() > 3) body[1].break_cost = std::max(body[1].break_cost, kLoneRowCost);
  if (body.size() > 1) body.back().break_cost = kForbidden;
  return body;
}

}  // namespace garland
