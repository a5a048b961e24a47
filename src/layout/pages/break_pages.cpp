#include "layout/pages/break_pages.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/rounding.h"

namespace garland {
namespace {

// Of the ways to end a column, so many of the fullest are tried; those that break a rule only where
// all do, or where nothing more fits: what comes next may break it in any case.
constexpr std::size_t kMostEnds = 7;
// They mostly are among those that lack no more lines than these.
constexpr std::int64_t kLowLines = 18;

// A page that is a line long costs more than one that is two lines short, which is four squares of
// a line, and less than three.
constexpr std::int64_t kLongPageSquares = 6;

// Neighbours whose feet are a line apart cost as much as so many squares of a line of white: more
// than a second short column beside a short one, less than a broken rule.
constexpr std::int64_t kUnevenSquares = 4;
constexpr std::int64_t kMostUnevenLines = 3;  // further apart costs no more

constexpr int kNoFoot = -1;

// Where a column begins, and what its left neighbour looks like.
struct Place {
  ColumnStart start;
  Side first = Side::Verso;  // on which the pages begin
  std::size_t page = 0;      // of those that are seen together
  int foot = kNoFoot;        // of the nearest of them, in half lines; none where it ends by right

  // What follows differs in nothing but how the next foot agrees with this one.
  bool is_beside(const Place& other) const {
    return start == other.start && first == other.first && page == other.page;
  }
  bool operator<(const Place& other) const {
    if (const auto order = start <=> other.start; order != 0) return order < 0;
    return std::tie(first, page, foot) < std::tie(other.first, other.page, other.foot);
  }
};

// The cheapest way to a place: an end of the column that begins at another.
struct Arrival {
  std::int64_t cost = 0;
  const std::pair<const Place, Arrival>* from = nullptr;  // null where the pages begin
  std::size_t end = 0;                                    // of ColumnFill::ends
  bool is_long = false;
};
using Arrivals = std::map<Place, Arrival>;
using Columns = std::vector<ChosenColumn>;

// Only ends that a page of the usual length does not reach.
PageRoom long_room(PageRoom room) {
  room.least_used = room.height;
  room.height += room.long_by;
  return room;
}

// Only ends near the foot.
PageRoom low_room(PageRoom room) {
  room.least_used = room.height - room.grid * kLowLines;
  return room;
}

bool is_lawful(const ColumnEnd& end) { return end.cost < kForbidden; }

class PageBreaker {
 public:
  PageBreaker(const Galley& galley, const PageRoom& room)
      : galley_(galley),
        room_(room),
        low_room_(low_room(room)),
        long_room_(long_room(room)),
        line_square_(squared_points(room.grid)) {}

  // Finds the cheapest ways from a start on either side, or on one of them.
  void explore(const ColumnStart& start, std::initializer_list<Side> sides) {
    for (const Side side : sides) {
      const bool has_left = room_.has_facing_pages && side == Side::Recto;
      const Place place{start, side, has_left ? std::size_t{1} : 0, kNoFoot};
      arrivals_.try_emplace(place);
      if (start.pulled != kNone) continue;
      if (const auto pulled = with_pulled(place)) arrivals_.try_emplace(*pulled);
    }
    // Places are visited in their order; a column only ever leads to a later one.
    end_ = arrivals_.begin();
    while (end_ != arrivals_.end() && !is_end(end_->first.start)) {
      if (is_hopeless(end_)) {
        end_ = arrivals_.erase(end_);
        continue;
      }
      fill(end_->first.start);
      leave(*end_);
      ++end_;
    }
  }

  // The cheapest of the ways that begin on the side; none from a start whose pulled slabs leave no
  // room to the columns.
  Columns best(Side first) const {
    auto best = arrivals_.cend();
    for (Arrivals::const_iterator at = end_; at != arrivals_.end(); ++at) {
      if (at->first.first != first) continue;
      if (best == arrivals_.end() || at->second.cost < best->second.cost) best = at;
    }
    return best == arrivals_.end() ? Columns{} : trace(*best);
  }

 private:
  bool is_end(const ColumnStart& start) const {
    return start.slab == galley_.slabs.size() && start.owes_nothing();
  }

  // How many pages are seen together.
  std::size_t page_count() const { return room_.has_facing_pages ? 2 : 1; }

  // Most by which the next column's foot may make a way from `other` dearer than one from `place`.
  std::int64_t most_lost(const Place& other, const Place& place) const {
    constexpr std::int64_t kMost = kMostUnevenLines * 2;  // half lines
    if (other.foot == kNoFoot) return 0;
    const std::int64_t apart = place.foot != kNoFoot ? std::abs(other.foot - place.foot) : kMost;
    const std::int64_t nearer = kMost - std::min(kMost, apart);
    return kUnevenSquares * line_square_ * (kMost * kMost - nearer * nearer) / 4;
  }

  // Many places have one start.
  void fill(const ColumnStart& start) {
    if (filled_ == start) return;
    filled_ = start;
    fill_usual(start, fill_);
    has_lawful_ = std::any_of(fill_.ends.begin(), fill_.ends.end(), is_lawful);
    if (room_.long_by > Length()) fill_column(galley_, start, long_room_, long_fill_);
  }

  // With all the ends that are tried. Most columns need none further up than a few lines.
  void fill_usual(const ColumnStart& start, ColumnFill& fill) const {
    fill_column(galley_, start, low_room_, fill);
    const auto lawful = std::count_if(fill.ends.begin(), fill.ends.end(), is_lawful);
    if (static_cast<std::size_t>(lawful) >= kMostEnds) return;
    fill_column(galley_, start, room_, fill);
  }

  // Another way to the same start is cheaper, whatever foot the next column has.
  bool is_hopeless(Arrivals::const_iterator at) const {
    const auto is_better = [&](const Arrivals::value_type& other) {
      return other.second.cost + most_lost(other.first, at->first) < at->second.cost;
    };
    for (auto next = std::next(at); next != arrivals_.end() && next->first.is_beside(at->first);
         ++next) {
      if (is_better(*next)) return true;
    }
    for (auto before = at; before != arrivals_.begin();) {
      --before;
      if (!before->first.is_beside(at->first)) break;
      if (is_better(*before)) return true;
    }
    return false;
  }

  int half_lines(Length foot) const {
    return static_cast<int>(nearest(foot.points() * 2 / room_.grid.points()));
  }

  std::int64_t uneven_cost(int left, int right) const {
    if (left == kNoFoot || right == kNoFoot) return 0;
    const std::int64_t apart = std::min<std::int64_t>(std::abs(left - right), kMostUnevenLines * 2);
    return kUnevenSquares * line_square_ * apart * apart / 4;
  }

  void arrive(const Arrivals::value_type& from, std::size_t index, bool is_long) {
    const ColumnEnd& end = (is_long ? long_fill_ : fill_).ends[index];
    const int foot = end.is_free ? kNoFoot : half_lines(end.foot);
    const std::int64_t cost = from.second.cost + end.cost + uneven_cost(from.first.foot, foot) +
                              (is_long ? kLongPageSquares * line_square_ : 0);
    Place to{end.next, from.first.first, from.first.page, foot};
    if (to.start.column == 0) to.page = (to.page + 1) % page_count();
    if (to.start.column == 0 && to.page == 0) to.foot = kNoFoot;
    const Arrival arrival{cost, &from, index, is_long};
    if (const auto pulled = with_pulled(to)) keep_cheaper(*pulled, arrival);
    keep_cheaper(std::move(to), arrival);
  }

  void keep_cheaper(Place to, const Arrival& arrival) {
    const auto [place, is_new] = arrivals_.try_emplace(std::move(to));
    if (is_new || arrival.cost < place->second.cost) place->second = arrival;
  }

  // The same place, what goes over all columns further on being pulled to the head of its page.
  std::optional<Place> with_pulled(const Place& place) const {
    const bool opens = place.start.column == 0 && place.start.figure == kNone;
    if (room_.columns == 1 || !opens) return std::nullopt;
    Place pulled = place;
    pulled.start.pulled = find_pulled(galley_, place.start.slab, room_);
    return pulled.start.pulled == kNone ? std::nullopt : std::optional(pulled);
  }

  void leave(const Arrivals::value_type& from) {
    std::size_t tried = 0;
    for (std::size_t i = fill_.ends.size(); i-- > 0 && tried < kMostEnds;) {
      const bool is_fullest = i + 1 == fill_.ends.size();
      if (has_lawful_ && !is_fullest && !is_lawful(fill_.ends[i])) continue;
      ++tried;
      arrive(from, i, false);
    }
    if (room_.long_by > Length()) leave_long(from);
  }

  // The ends that only a long page reaches.
  void leave_long(const Arrivals::value_type& from) {
    for (std::size_t i = long_fill_.ends.size(); i-- > 0;) {
      const ColumnEnd& end = long_fill_.ends[i];
      if (end.opened >= room_.grid || (has_lawful_ && !is_lawful(end))) continue;
      if (end.used <= room_.height) break;
      arrive(from, i, true);
    }
  }

  // The columns that lead to a place, filled once more.
  Columns trace(const Arrivals::value_type& last) const {
    Columns columns;
    ColumnFill fill;
    for (const auto* at = &last; at->second.from != nullptr; at = at->second.from) {
      const ColumnStart& start = at->second.from->first.start;
      const bool is_long = at->second.is_long;
      if (is_long) {
        fill_column(galley_, start, long_room_, fill);
      } else {
        fill_usual(start, fill);
      }
      columns.push_back({start, fill.ends[at->second.end], is_long ? long_room_ : room_});
    }
    std::reverse(columns.begin(), columns.end());
    return columns;
  }

  const Galley& galley_;
  const PageRoom& room_;
  PageRoom low_room_;
  PageRoom long_room_;
  std::int64_t line_square_;
  Arrivals arrivals_;
  Arrivals::iterator end_;  // all from here on lie behind the last slab
  std::optional<ColumnStart> filled_;
  ColumnFill fill_;
  ColumnFill long_fill_;
  bool has_lawful_ = false;  // an end of `fill_` breaks no rule
};

bool breaks_no_rule(const Columns& columns) {
  return std::all_of(columns.begin(), columns.end(),
                     [](const ChosenColumn& column) { return is_lawful(column.end); });
}

// Whether the columns are one page, and no higher than its room.
bool fits(const Columns& columns, const PageRoom& room) {
  const auto opens_page = [](const ChosenColumn& column) { return column.start.column == 0; };
  return std::count_if(columns.begin(), columns.end(), opens_page) == 1 &&
         std::all_of(columns.begin(), columns.end(),
                     [&](const ChosenColumn& column) { return column.end.used <= room.height; });
}

// The height of the columns together, shared out evenly.
Length mean_height(const Columns& columns, const PageRoom& room) {
  Length sum;
  for (const ChosenColumn& column : columns) sum += column.end.used - column.start.top;
  return sum / static_cast<std::int64_t>(room.columns);
}

// Makes the columns of the last page as low as what stands there allows.
void balance_last_page(const Galley& galley, const PageRoom& room, Columns& columns) {
  auto first = columns.end();
  while (first != columns.begin() && (--first)->start.column > 0) {
  }
  const Columns page(first, columns.end());
  const std::int64_t lines = mean_height(page, room).units() / room.grid.units();
  PageRoom lower = room;
  for (lower.height = room.grid * lines; lower.height < room.height; lower.height += room.grid) {
    PageBreaker breaker(galley, lower);
    breaker.explore(page.front().start, {Side::Verso});
    Columns balanced = breaker.best(Side::Verso);
    if (!fits(balanced, lower) || (breaks_no_rule(page) && !breaks_no_rule(balanced))) continue;
    columns.erase(first, columns.end());
    std::move(balanced.begin(), balanced.end(), std::back_inserter(columns));
    return;
  }
}

}  // namespace

PageBreaks break_pages(const Galley& galley, const PageRoom& room) {
  PageBreaks breaks;
  if (galley.slabs.empty()) return breaks;
  PageBreaker breaker(galley, room);
  if (room.has_facing_pages) {
    breaker.explore({}, {Side::Verso, Side::Recto});
    breaks.if_verso = breaker.best(Side::Verso);
  } else {
    breaker.explore({}, {Side::Recto});
  }
  breaks.if_recto = breaker.best(Side::Recto);
  if (room.columns == 1) return breaks;
  for (Columns* columns : {&breaks.if_recto, &breaks.if_verso}) {
    if (!columns->empty()) balance_last_page(galley, room, *columns);
  }
  return breaks;
}

std::size_t PageBreaks::page_count(Side first) const {
  const Columns& chosen = columns(first);
  return static_cast<std::size_t>(
      std::count_if(chosen.begin(), chosen.end(),
                    [](const ChosenColumn& column) { return column.start.column == 0; }));
}

}  // namespace garland
