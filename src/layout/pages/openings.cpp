#include "layout/pages/openings.h"

#include <algorithm>

namespace garland {
namespace {

constexpr double kMostStretch = 0.6;  // of the white between paragraphs

// How much wider the white above placed[i] may be. A row below its table's head, which a page
// repeats, has none.
Length stretch_above(const Galley& galley, const std::vector<PlacedSlab>& placed, std::size_t i) {
  if (placed[i].is_table_head || placed[i - 1].is_table_head) return {};
  const Slab& slab = galley.slabs[placed[i].index];
  if (slab.break_cost >= kForbidden) return {};
  return std::max(Length(), slab.space_before).scaled(kMostStretch);
}

bool may_open(const Galley& galley, const PlacedSlab& placed) {
  if (placed.is_table_head) return false;
  const Slab& slab = galley.slabs[placed.index];
  return slab.settling != Slab::Settling::None && slab.space_before > Length();
}

// All white that may be wider is so, in proportion.
void stretch(const Galley& galley, const ColumnEnd& end, ColumnFill& fill) {
  fill.placed.resize(end.placed_count);
  const Length whole = stretch_of(galley, fill.placed);
  Length above;  // of the whole
  for (std::size_t i = 1; i < fill.placed.size(); ++i) {
    above += stretch_above(galley, fill.placed, i);
    fill.placed[i].y += Length::from_units(end.opened.units() * above.units() / whole.units());
  }
}

// The widest white takes a line each.
void add_lines(const Galley& galley, const PageRoom& room, const ColumnEnd& end, ColumnFill& fill) {
  std::vector<std::size_t> openings;  // of fill.placed
  for (std::size_t i = 1; i < end.placed_count; ++i) {
    if (may_open(galley, fill.placed[i])) openings.push_back(i);
  }
  const auto white_above = [&](std::size_t i) {
    return galley.slabs[fill.placed[i].index].space_before;
  };
  std::stable_sort(openings.begin(), openings.end(), [&](std::size_t one, std::size_t other) {
    return white_above(one) > white_above(other);
  });
  const auto lines = static_cast<std::size_t>(end.opened.units() / room.grid.units());
  openings.resize(std::min(openings.size(), lines));
  for (const std::size_t opening : openings) {
    for (std::size_t i = opening; i < fill.placed.size(); ++i) fill.placed[i].y += room.grid;
    PlacedSlab& first = fill.placed[opening];
    const bool is_centred = galley.slabs[first.index].settling == Slab::Settling::Half;
    if (is_centred) first.y -= room.grid / 2;
  }
}

}  // namespace

std::int64_t count_openings(const Galley& galley, const std::vector<PlacedSlab>& placed) {
  if (placed.empty()) return 0;
  return std::count_if(placed.begin() + 1, placed.end(),
                       [&](const PlacedSlab& slab) { return may_open(galley, slab); });
}

Length stretch_of(const Galley& galley, const std::vector<PlacedSlab>& placed) {
  Length whole;
  for (std::size_t i = 1; i < placed.size(); ++i) whole += stretch_above(galley, placed, i);
  return whole;
}

void open_up(const Galley& galley, const PageRoom& room, const ColumnEnd& end, ColumnFill& fill) {
  if (end.opened == Length()) return;
  if (galley.has_wide_white) return stretch(galley, end, fill);
  add_lines(galley, room, end, fill);
}

}  // namespace garland
