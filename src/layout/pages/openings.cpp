#include "layout/pages/openings.h"

#include <algorithm>

namespace garland {
namespace {

bool may_open(const Galley& galley, const PlacedSlab& placed) {
  if (placed.is_table_head) return false;
  const Slab& slab = galley.slabs[placed.index];
  return slab.settling != Slab::Settling::None && slab.space_before > Length();
}

}  // namespace

std::int64_t count_openings(const Galley& galley, const std::vector<PlacedSlab>& placed) {
  if (placed.empty()) return 0;
  return std::count_if(placed.begin() + 1, placed.end(),
                       [&](const PlacedSlab& slab) { return may_open(galley, slab); });
}

void open_up(const Galley& galley, const PageRoom& room, const ColumnEnd& end, ColumnFill& fill) {
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
  openings.resize(std::min(openings.size(), end.opened_lines));
  for (const std::size_t opening : openings) {
    for (std::size_t i = opening; i < fill.placed.size(); ++i) fill.placed[i].y += room.grid;
    PlacedSlab& first = fill.placed[opening];
    const bool is_centred = galley.slabs[first.index].settling == Slab::Settling::Half;
    if (is_centred) first.y -= room.grid / 2;
  }
}

}  // namespace garland
