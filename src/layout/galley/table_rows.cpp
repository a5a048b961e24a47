#include "layout/galley/table_rows.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

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

// A row to pieces. On one page they stand as if it were whole, so that no line has white below it
// that would look like a paragraph's end: where a piece ends beside a line of another cell, the
// next one reaches up to that line's top.
class RowCutter {
 public:
  RowCutter(SetRow& cells, const RowCut& cut) : cells_(cells), cut_(cut), rests_(cells.size()) {}

  Slabs pieces() {
    Slabs pieces;
    while (has_lines()) {
      Slab piece = take_piece();
      if (!pieces.empty()) piece.break_cost = kCutRowCost;
      if (!is_empty(piece)) pieces.push_back(std::move(piece));
    }
    if (pieces.size() > 1 && pieces.back().height <= cut_.piece / 2) {
      pieces.back().break_cost = kForbidden;
    }
    return pieces;
  }

 private:
  // What no piece has of a cell.
  struct Rest {
    std::size_t next = 0;  // its first line, of SetCell::slabs
    Length top;            // of that, below the piece's
  };

  struct Line {
    Length bottom, top;
    auto operator<=>(const Line& other) const = default;
  };

  bool is_over(std::size_t cell) const { return rests_[cell].next == cells_[cell].slabs.size(); }
  bool has_lines() const {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (!is_over(i)) return true;
    }
    return false;
  }

  // The lines among which the piece may end, by their feet.
  std::vector<Line> next_lines() const {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Slabs& slabs = cells_[i].slabs;
      Length top = rests_[i].top;
      for (std::size_t j = rests_[i].next; j < slabs.size() && top <= cut_.highest; ++j) {
        if (j > rests_[i].next) top += slabs[j].space_before;
        lines.push_back({top + slabs[j].height, top});
        top += slabs[j].height;
      }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  // Where the piece ends: within the height of a whole row at the first place that no line crosses,
  // or where the next piece reaches up least; further down when that is more than half a piece.
  Length find_foot() const {
    const std::vector<Line> lines = next_lines();
    std::vector<Length> tops(lines.size(), lines.back().bottom);  // the highest of those behind
    for (std::size_t i = lines.size() - 1; i-- > 0;) {
      tops[i] = std::min(tops[i + 1], lines[i + 1].top);
    }
    std::optional<Line> best;  // its bottom, and the top of what is below
    const auto reach = [](const Line& line) { return line.bottom - line.top; };
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool is_last = i + 1 == lines.size();
      const Line end{lines[i].bottom, tops[i]};
      if (!is_last && (end.bottom < cut_.piece || lines[i + 1].bottom == end.bottom)) continue;
      const bool is_good = best && reach(*best) <= cut_.piece / 2;
      if (best && end.bottom > (is_good ? cut_.highest_whole : cut_.highest)) break;
      if (!best || reach(end) < reach(*best)) best = end;
      if (reach(*best) <= Length()) break;
    }
    return best->bottom;
  }

  Slab take_piece() {
    Slab piece;
    piece.space_before = space_;
    const Length foot = find_foot();
    for (std::size_t i = 0; i < cells_.size(); ++i) take_lines(i, foot, piece);
    keep_places(piece.height);
    return piece;
  }

  // Of a cell the lines that end above the piece's foot.
  void take_lines(std::size_t cell, Length foot, Slab& piece) {
    Slabs& slabs = cells_[cell].slabs;
    Rest& rest = rests_[cell];
    while (rest.next < slabs.size()) {
      Slab& slab = slabs[rest.next];
      const Length bottom = rest.top + slab.height;
      if (bottom > foot) return;
      move_into(piece, std::move(slab), rest.top);
      piece.height = std::max(piece.height, bottom);
      rest.top = bottom;
      if (++rest.next < slabs.size()) rest.top += slabs[rest.next].space_before;
    }
  }

  // The next piece begins with the line that stands highest, the others as far below it as before.
  void keep_places(Length height) {
    std::optional<Length> top;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (!is_over(i)) top = std::min(top.value_or(rests_[i].top), rests_[i].top);
    }
    if (!top) return;
    for (Rest& rest : rests_) rest.top -= *top;
    space_ = *top - height;
  }

  SetRow& cells_;
  const RowCut& cut_;
  std::vector<Rest> rests_;  // by cell
  Length space_;             // above the next piece
};

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
      pieces = RowCutter(rows[row], cut).pieces();
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
