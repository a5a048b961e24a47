#include "layout/pages/fill_column.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "layout/pages/column_notes.h"
#include "layout/pages/openings.h"

namespace garland {
namespace {

// Costs are in squared points of white at the foot of a page: a line is about 180.
constexpr std::int64_t kSplitNoteCost = 6000;
constexpr std::int64_t kFloatCost = 3000;
constexpr std::int64_t kWaitingAcrossCost = 300;  // has to stand at the head of a page in any case
// What the last page lacks to this share of a page weighs more than white elsewhere: a text should
// not go on overleaf for a few lines. Pages of few lines count as of so many at least.
constexpr double kFullLastPage = 0.25;
constexpr int kFewestLastLines = 5;
constexpr std::int64_t kShortLastPageWeight = 2;
// More lines that lack in a column behind the text, where figures that waited stand, cost no more:
// such a column is seldom full, and pages before it must not be short for its sake.
constexpr std::int64_t kMostBehindText = 8;
// White between the last line and the folio's baseline, in lines, on a page that is a line long.
constexpr double kLeastFolioDrop = 0.9;
// A line of white above a heading costs a little less than a line that lacks at the foot.
// So does white between paragraphs that is as wide as it may be.
constexpr std::int64_t kOpeningSquareTenths = 8;
constexpr std::int64_t kMostOpenedLines = 2;
constexpr double kMostCarriedNotes = 0.6;       // of the column, before its own text
constexpr std::size_t kFarthestSettling = 8;    // slabs looked at for the next line on the grid
constexpr std::int64_t kFewestColumnLines = 3;  // below what stands across a page
constexpr std::size_t kFarthestPulled = 1000;   // slabs; pages hold fewer
// Lengths that were scaled may miss the grid by some units.
constexpr std::int64_t kGridTolerance = 256;

// The next line of the grid, or this one.
Length on_grid(Length y, Length grid) {
  const std::int64_t past = y.units() % grid.units();
  if (past <= kGridTolerance) return y - Length::from_units(past);
  return y + grid - Length::from_units(past);
}

class Filler {
 public:
  Filler(const Galley& galley, const ColumnStart& start, const PageRoom& room, ColumnFill& fill)
      : galley_(galley),
        start_(start),
        room_(room),
        next_(start),
        fill_(fill),
        notes_(galley, room, next_, fill.notes) {}

  void fill() {
    place_across();
    const bool has_columns = left_below() >= room_.grid * kFewestColumnLines;
    if (start_.column == 0 && start_.pulled != kNone && !has_columns) return;
    if (!fill_.across.empty() && !has_columns) return skip_columns();
    place_figures();
    set_carried_notes();
    while (next_.slab < galley_.slabs.size() && take_next()) {
    }
    if (fill_.ends.empty()) add_end(0);
  }

 private:
  bool is_empty() const { return fill_.placed.empty() && fill_.notes.empty(); }
  // Nothing stands here that the next page would not have as well.
  bool is_page_empty() const { return is_empty() && fill_.across.empty() && start_.column == 0; }
  Length left_below() const { return room_.height - bottom_; }

  // What goes over all columns opens the page: a figure that has waited, an article's title.
  void place_across() {
    bottom_ = top_ = start_.top;
    if (room_.columns == 1 || start_.column > 0) return;
    Length white;
    while (next_.figure != kNone && stands_across(galley_.slabs[next_.figure])) {
      put_across(next_.figure);
      next_.figure = waiting_behind(next_.figure);
      white = room_.grid;
    }
    while (next_.figure == kNone && next_.slab < galley_.slabs.size() &&
           stands_across(galley_.slabs[next_.slab])) {
      put_across(next_.slab++);
      white = next_.slab < galley_.slabs.size() ? galley_.slabs[next_.slab].space_before : Length();
    }
    if (start_.pulled != kNone) {
      put_pulled();
      white = room_.grid;
    }
    if (!fill_.across.empty()) bottom_ = top_ = on_grid(bottom_ + white, room_.grid);
  }

  bool stands_across(const Slab& slab) const {
    if (!slab.is_across) return false;
    if (fill_.across.empty()) return true;
    return !slab.opens_page && bottom_ + slab.space_before + slab.height <= room_.height;
  }

  // Of a run that is higher than the page no more than shows it.
  void put_pulled() {
    const std::size_t size = galley_.slabs.size();
    for (std::size_t i = start_.pulled; i < size && is_across(i) && left_below() >= Length(); ++i) {
      put_across(i);
    }
  }

  // Behind the slabs over all columns that follow each other.
  std::size_t end_of_run(std::size_t slab) const {
    while (slab < galley_.slabs.size() && is_across(slab)) ++slab;
    return slab;
  }

  bool is_turn_of_pulled() const { return next_.pulled != kNone && next_.slab == next_.pulled; }

  // What stands at the head of the page already has had its turn. Requires that no figure waits:
  // those behind it would wait as well.
  void pass_pulled() {
    if (!is_turn_of_pulled()) return;
    next_.slab = end_of_run(next_.pulled);
    next_.pulled = kNone;
  }

  void put_across(std::size_t index) {
    const Slab& slab = galley_.slabs[index];
    const bool has_space = slab.keeps_space || !fill_.across.empty();
    bottom_ += has_space ? slab.space_before : Length();
    // A table that goes on over all columns: below its piece before, it needs no head.
    if (slab.table_head >= 0 && fill_.across.empty()) put_head_across(slab.table_head);
    fill_.across.push_back({index, false, bottom_});
    bottom_ += slab.height;
    notes_.owe(slab);
  }

  void put_head_across(int table_head) {
    const auto head = static_cast<std::size_t>(table_head);
    fill_.across.push_back({head, true, bottom_});
    ++head_count_;
    bottom_ += height_of(galley_.table_heads[head]);
  }

  // Below it no column would be worth its name: the page ends, with what fits of the notes.
  void skip_columns() {
    notes_.set_carried(left_below(), false);
    next_.column = room_.columns - 1;
    add_end(0);
  }

  // Figures that have waited stand at the head of the column, as many as there is room for; the
  // first also without, unless what goes over all columns leaves it none on this page.
  void place_figures() {
    for (; next_.figure != kNone && !is_across(next_.figure);
         next_.figure = waiting_behind(next_.figure)) {
      const Slab& slab = galley_.slabs[next_.figure];
      const Length top = bottom_ + gap_below_;
      if (top > Length() && top + slab.height > room_.height) return;
      fill_.placed.push_back({next_.figure, false, top});
      bottom_ = top + slab.height;
      gap_below_ = room_.grid;
      notes_.owe(slab);
    }
  }

  // The next figure that waits.
  std::size_t waiting_behind(std::size_t figure) const {
    while (++figure < next_.slab) {
      if (is_float(figure)) return figure;
    }
    return kNone;
  }

  // They leave some room to the text, if there is any left.
  void set_carried_notes() {
    const bool has_text = next_.slab < galley_.slabs.size();
    const Length most = has_text ? left_below().scaled(kMostCarriedNotes) : left_below();
    notes_.set_carried(most, is_page_empty());
  }

  bool is_across(std::size_t slab) const {
    return room_.columns > 1 && galley_.slabs[slab].is_across;
  }
  bool is_float(std::size_t slab) const { return galley_.slabs[slab].may_float || is_across(slab); }

  // Height of the head that is repeated above the slab; none below other text.
  Length head_above(const Slab& slab) const {
    if (has_text_ || slab.table_head < 0 || next_.slab == 0) return {};
    return height_of(galley_.table_heads[static_cast<std::size_t>(slab.table_head)]);
  }

  // Top of the slab, were it the next on the page, below a head so high.
  Length top_of(const Slab& slab, Length head) const {
    if (fill_.placed.empty()) {
      if (head > Length()) return top_ + head;
      return slab.keeps_space ? top_ + slab.space_before : top_;
    }
    if (head > Length()) return bottom_ + gap_below_ + head;
    const Length space =
        floated_space_ ? std::max(*floated_space_, slab.text_space) : slab.space_before;
    // Without a gap the space may be negative.
    const Length top = bottom_ + (gap_below_ > Length() ? std::max(space, gap_below_) : space);
    return slab.is_on_grid ? on_grid(top, room_.grid) : top + settling_above(slab, top);
  }

  // White above a slab that would else stand between it and the next line on the grid.
  Length settling_above(const Slab& slab, Length top) const {
    if (slab.settling == Slab::Settling::None) return {};
    Length y = top + slab.height;
    const std::size_t end = std::min(galley_.slabs.size(), next_.slab + kFarthestSettling);
    for (std::size_t i = next_.slab + 1; i < end; ++i) {
      const Slab& below = galley_.slabs[i];
      y += below.space_before;
      if (below.is_on_grid) {
        const Length white = std::max(Length(), on_grid(y, room_.grid) - y);
        return slab.settling == Slab::Settling::All ? white : white / 2;
      }
      y += below.height;
    }
    return {};
  }

  // Places the next slab if it fits. Gives false when the page is full.
  bool take_next() {
    if (is_turn_of_pulled() && next_.figure != kNone) return false;
    pass_pulled();
    if (is_over()) return false;
    const Slab& slab = galley_.slabs[next_.slab];
    if (is_across(next_.slab) || (next_.figure != kNone && slab.is_figure)) return defer(slab);
    if (slab.opens_page && !is_page_empty()) return false;
    if (next_.note != kNone && !slab.notes.empty() && !fill_.placed.empty()) return false;
    const Length head = head_above(slab);
    const Length top = top_of(slab, head);
    const Length bottom = top + slab.height;
    const bool must_stand = is_page_empty();
    if (!must_stand && notes_.height_below(bottom) > room_.height) {
      return defer(slab);
    }
    if (!must_stand && !notes_.can_begin(slab, bottom)) return defer(slab);
    if (head > Length()) {
      fill_.placed.push_back({static_cast<std::size_t>(slab.table_head), true, top - head});
      ++head_count_;
    }
    fill_.placed.push_back({next_.slab, false, top});
    has_text_ = true;
    bottom_ = bottom;
    gap_below_ = Length();
    inherited_cost_ = 0;
    floated_space_.reset();
    ++next_.slab;
    const std::size_t carried_before = next_.note;
    notes_.set_own(slab, bottom_);
    const bool splits = next_.note != kNone && carried_before == kNone;
    add_end(splits ? kSplitNoteCost : 0);
    return !splits;
  }

  // A figure without room may wait while the text goes on, and others behind it.
  bool defer(const Slab& slab) {
    if (!is_float(next_.slab) || is_page_empty()) return false;
    if (next_.figure == kNone) next_.figure = next_.slab;
    ++next_.slab;
    inherited_cost_ = std::max(inherited_cost_, slab.break_cost);
    floated_space_ = std::max(floated_space_.value_or(Length()), slab.text_space);
    return true;
  }

  bool is_over() const { return next_.slab == galley_.slabs.size(); }
  bool is_last_page() const { return is_over() && next_.owes_nothing(); }

  std::int64_t float_cost() const {
    if (next_.figure == kNone) return 0;
    return is_across(next_.figure) ? kWaitingAcrossCost : kFloatCost;
  }

  // The columns of the last page are made of one length when it is known.
  std::int64_t end_cost(Length used) const {
    if (is_last_page() && start_.column > 0) return 0;
    if (is_last_page()) {
      const Length full =
          std::max(room_.height.scaled(kFullLastPage), room_.grid * kFewestLastLines);
      return kShortLastPageWeight * squared_points(full - used);
    }
    if (is_over())
      return squared_points(std::min(room_.height - used, room_.grid * kMostBehindText));
    const Slab& next = galley_.slabs[next_.slab];
    if (next.opens_page) return 0;
    return squared_points(room_.height - used) + std::max(next.break_cost, inherited_cost_);
  }

  void add_end(std::int64_t extra) {
    if (is_turn_of_pulled() && next_.figure == kNone) return add_end_behind_pulled(extra);
    if (next_.pulled != kNone && start_.column + 1 == room_.columns) return;
    const Length used = notes_.height_below(bottom_);
    if (used < room_.least_used) return;
    ColumnEnd end = make_end(used, extra);
    const bool may_open = !end.is_free && fill_.notes.empty();
    if (may_open && galley_.has_wide_white) return add_stretched(end);
    fill_.ends.push_back(std::move(end));
    if (may_open) add_opened(fill_.ends.back());
  }

  // The same end, lines being added above headings and figures.
  void add_opened(const ColumnEnd& end) {
    const std::int64_t lacking = (room_.height - end.used).units() / room_.grid.units();
    if (lacking < 1 || lacking > kMostOpenedLines) return;
    if (count_openings(galley_, fill_.placed) < lacking) return;
    const std::int64_t squares = squared_points(room_.grid) * lacking;
    fill_.ends.push_back(opened(end, room_.grid * lacking, squares));
  }

  // The end with its foot on the next line that pages without white would have, and the same with
  // its foot at the column's, as far as the white between paragraphs allows.
  void add_stretched(const ColumnEnd& end) {
    const Length most = stretch_of(galley_, fill_.placed);
    const auto add = [&](Length foot) {
      const Length white = foot - end.used;
      if (white <= Length() || white > most || foot > room_.height) return false;
      const std::int64_t share = white.units() * 1000 / most.units();
      const std::int64_t squares = squared_points(room_.grid) * share * share / 1'000'000;
      fill_.ends.push_back(opened(end, white, squares));
      return true;
    };
    const Length next = on_grid(end.used, room_.grid);
    if (!add(next)) fill_.ends.push_back(end);
    if (next < room_.height) add(room_.height);
  }

  void add_end_behind_pulled(std::int64_t extra) {
    const ColumnStart before = next_;
    pass_pulled();
    add_end(extra);
    next_ = before;
  }

  // The same end, so much lower by added white that counts as so many squared points.
  ColumnEnd opened(ColumnEnd end, Length white, std::int64_t squares) const {
    end.cost -= squared_points(room_.height - end.used);
    end.used += white;
    end.foot += white;
    end.cost += squared_points(room_.height - end.used);
    end.cost += squares * kOpeningSquareTenths / 10;
    end.opened = white;
    return end;
  }

  std::size_t count_set() const {
    return fill_.across.size() + fill_.placed.size() - head_count_ + fill_.notes.size();
  }

  ColumnEnd make_end(Length used, std::int64_t extra) const {
    ColumnEnd end;
    end.next = next_;
    end.next.column = (next_.column + 1) % room_.columns;
    end.next.top = end.next.column == 0 ? Length() : top_;
    end.next.set_count += count_set();
    end.next.idle = is_empty() && fill_.across.empty() ? start_.idle + 1 : 0;
    end.used = used;
    end.foot = notes_.height() > Length() ? room_.height : bottom_;
    end.is_free = is_over() || galley_.slabs[next_.slab].opens_page;
    end.cost = end_cost(end.used) + extra + float_cost();
    end.placed_count = fill_.placed.size();
    end.note_count = fill_.notes.size();
    return end;
  }

  const Galley& galley_;
  const ColumnStart& start_;
  const PageRoom& room_;
  ColumnStart next_;
  ColumnFill& fill_;
  ColumnNotes notes_;
  Length top_;                           // of the column
  Length bottom_;                        // of what stands in it
  Length gap_below_;                     // white below a figure at the head of the page
  std::optional<Length> floated_space_;  // between the texts around figures that were just put off
  std::int64_t inherited_cost_ = 0;      // of a break after a figure that was put off
  bool has_text_ = false;                // below the figure at the head, or without one
  std::size_t head_count_ = 0;           // repeated heads among what is placed
};

}  // namespace

std::int64_t squared_points(Length white) {
  const auto points = static_cast<std::int64_t>(std::max(0.0, white.points()));
  return points * points;
}

PageRoom page_room(const Theme& theme) {
  const Length leading = theme.style(TextRole::Body).leading;
  const bool has_room = theme.folio_drop >= leading.scaled(1 + kLeastFolioDrop);
  const auto columns = static_cast<std::size_t>(theme.page.columns);
  // A page that faces one for notes has no neighbour.
  const bool has_facing_pages =
      theme.page.is_two_sided && theme.print.note_pages.where != NotePages::Where::Facing;
  const Length long_by = has_room && columns == 1 ? leading : Length();
  return {theme.text_height(), leading, leading.scaled(0.8), long_by, columns,
          has_facing_pages,    Length()};
}

std::strong_ordering ColumnStart::operator<=>(const ColumnStart& other) const {
  const auto key = [](const ColumnStart& start) {
    return std::tie(start.set_count, start.idle, start.slab, start.figure, start.note,
                    start.note_line, start.column, start.top, start.pulled, start.waiting_notes);
  };
  return key(*this) <=> key(other);
}

std::size_t find_pulled(const Galley& galley, std::size_t first, const PageRoom& room) {
  if (room.columns == 1) return kNone;
  const std::size_t size = galley.slabs.size();
  std::size_t slab = first;
  while (slab < size && galley.slabs[slab].is_across) ++slab;
  Length height;  // of the text before it
  const Length most = room.height * static_cast<std::int64_t>(room.columns);
  const std::size_t end = std::min(size, slab + kFarthestPulled);
  for (; slab < end && height < most; ++slab) {
    if (galley.slabs[slab].is_across) return slab;
    height += galley.slabs[slab].height;
  }
  return kNone;
}

void fill_column(const Galley& galley, const ColumnStart& start, const PageRoom& room,
                 ColumnFill& fill) {
  fill.across.clear();
  fill.placed.clear();
  fill.notes.clear();
  fill.ends.clear();
  Filler(galley, start, room, fill).fill();
}

}  // namespace garland
