#include "layout/pages/fill_page.h"

#include <algorithm>
#include <tuple>

namespace garland {
namespace {

// Costs are in squared points of white at the foot of a page: a line is about 180.
constexpr std::int64_t kSplitNoteCost = 6000;
constexpr std::int64_t kFloatCost = 3000;
// What the last page lacks to this share of a page weighs more than white elsewhere: a text should
// not go on overleaf for a few lines. Pages of few lines count as of so many at least.
constexpr double kFullLastPage = 0.25;
constexpr int kFewestLastLines = 5;
constexpr std::int64_t kShortLastPageWeight = 2;
// White between the last line and the folio's baseline, in lines, on a page that is a line long.
constexpr double kLeastFolioDrop = 0.9;
constexpr double kMostCarriedNotes = 0.6;
constexpr std::size_t kFarthestSettling = 8;  // slabs looked at for the next line on the grid
constexpr std::size_t kFewestNoteLines = 2;   // of a note before it goes on overleaf
// Lengths that were scaled may miss the grid by some units.
constexpr std::int64_t kGridTolerance = 256;

const Slab& line_of(const Galley& galley, const NoteLine& at) {
  return galley.notes[at.note][at.line];
}

// The next line of the grid, or this one.
Length on_grid(Length y, Length grid) {
  const std::int64_t past = y.units() % grid.units();
  if (past <= kGridTolerance) return y - Length::from_units(past);
  return y + grid - Length::from_units(past);
}

class Filler {
 public:
  Filler(const Galley& galley, const PageStart& start, const PageRoom& frame, PageFill& fill)
      : galley_(galley), start_(start), frame_(frame), next_(start), fill_(fill) {}

  void fill() {
    place_figure();
    place_carried_notes();
    while (next_.slab < galley_.slabs.size() && take_next()) {
    }
    if (fill_.ends.empty()) add_end(0);
  }

 private:
  bool is_empty() const { return fill_.placed.empty() && fill_.notes.empty(); }
  Length room() const { return frame_.height - bottom_; }

  Length height_with_notes(Length bottom, Length notes) const {
    return notes > Length() ? bottom + frame_.note_gap + notes : bottom;
  }

  // A figure that has waited stands at the head of the page.
  void place_figure() {
    if (start_.figure == kNone) return;
    next_.figure = kNone;
    const Slab& slab = galley_.slabs[start_.figure];
    fill_.placed.push_back({start_.figure, false, Length()});
    bottom_ = slab.height;
    gap_below_ = frame_.grid;
    next_.waiting_notes.insert(next_.waiting_notes.end(), slab.notes.begin(), slab.notes.end());
    if (next_.note == kNone) take_waiting_note();
  }

  void take_waiting_note() {
    if (next_.waiting_notes.empty()) return;
    next_.note = next_.waiting_notes.front();
    next_.note_line = 0;
    next_.waiting_notes.erase(next_.waiting_notes.begin());
  }

  // Notes of earlier pages come first; they leave some room to the text, if there is any left.
  void place_carried_notes() {
    const bool has_text = next_.slab < galley_.slabs.size();
    const Length most = has_text ? room().scaled(kMostCarriedNotes) : room();
    while (next_.note != kNone) {
      const Length height = add_line_height({next_.note, next_.note_line});
      if (!fill_.notes.empty() && frame_.note_gap + height > most) return;
      push_line({next_.note, next_.note_line}, height);
      if (++next_.note_line < galley_.notes[next_.note].size()) continue;
      next_.note = kNone;
      next_.note_line = 0;
      take_waiting_note();
    }
  }

  // Height of the notes with one more line.
  Length add_line_height(const NoteLine& at) const {
    const Slab& line = line_of(galley_, at);
    return notes_height_ + line.height + (fill_.notes.empty() ? Length() : line.space_before);
  }

  void push_line(const NoteLine& at, Length height) {
    fill_.notes.push_back(at);
    notes_height_ = height;
  }

  // Top of the slab, were it the next on the page; `head` becomes the table head above it.
  Length top_of(const Slab& slab, int& head) const {
    head = -1;
    if (fill_.placed.empty()) {
      if (slab.table_head >= 0 && next_.slab > 0) {
        head = slab.table_head;
        return height_of(galley_.table_heads[static_cast<std::size_t>(head)]);
      }
      return slab.keeps_space ? slab.space_before : Length();
    }
    const bool stands_for_figure = floated_space_ > Length() && slab.space_before <= floated_space_;
    const Length space = stands_for_figure ? Length() : slab.space_before;
    const Length top = bottom_ + std::max(space, gap_below_);
    return slab.is_on_grid ? on_grid(top, frame_.grid) : top + settling_above(slab, top);
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
        const Length white = std::max(Length(), on_grid(y, frame_.grid) - y);
        return slab.settling == Slab::Settling::All ? white : white / 2;
      }
      y += below.height;
    }
    return {};
  }

  // Places the next slab if it fits. Gives false when the page is full.
  bool take_next() {
    const Slab& slab = galley_.slabs[next_.slab];
    if (slab.opens_page && !is_empty()) return false;
    if (next_.note != kNone && !slab.notes.empty() && !fill_.placed.empty()) return false;
    int head = -1;
    const Length top = top_of(slab, head);
    const Length bottom = top + slab.height;
    const bool must_stand = is_empty();
    if (!must_stand && height_with_notes(bottom, notes_height_) > frame_.height) {
      return defer(slab);
    }
    if (!must_stand && !notes_can_begin(slab, bottom)) return defer(slab);
    if (head >= 0) fill_.placed.push_back({static_cast<std::size_t>(head), true, Length()});
    fill_.placed.push_back({next_.slab, false, top});
    bottom_ = bottom;
    gap_below_ = Length();
    inherited_cost_ = 0;
    floated_space_ = Length();
    ++next_.slab;
    const std::size_t carried_before = next_.note;
    place_notes(slab);
    const bool splits = next_.note != kNone && carried_before == kNone;
    add_end(splits ? kSplitNoteCost : 0);
    return !splits;
  }

  // A figure without room may wait while the text goes on.
  bool defer(const Slab& slab) {
    if (!slab.may_float || next_.figure != kNone || is_empty()) return false;
    next_.figure = next_.slab++;
    inherited_cost_ = std::max(inherited_cost_, slab.break_cost);
    floated_space_ = slab.space_after;
    return true;
  }

  // Whether the notes of the slab fit, of the last of them at least its first lines.
  bool notes_can_begin(const Slab& slab, Length bottom) const {
    if (slab.notes.empty()) return true;
    Length height = notes_height_;
    bool is_first = fill_.notes.empty();
    for (const std::size_t note : slab.notes) {
      const Slabs& lines = galley_.notes[note];
      const bool is_last = note == slab.notes.back();
      const std::size_t needed = is_last ? std::min(kFewestNoteLines, lines.size()) : lines.size();
      for (std::size_t i = 0; i < needed; ++i) {
        height += lines[i].height + (is_first ? Length() : lines[i].space_before);
        is_first = false;
        if (height_with_notes(bottom, height) > frame_.height) return false;
      }
    }
    return true;
  }

  // Sets the notes of a slab that has been placed, as far as there is room.
  void place_notes(const Slab& slab) {
    next_.waiting_notes.insert(next_.waiting_notes.end(), slab.notes.begin(), slab.notes.end());
    if (next_.note != kNone) return;
    take_waiting_note();
    while (next_.note != kNone) {
      const Length height = add_line_height({next_.note, next_.note_line});
      if (height_with_notes(bottom_, height) > frame_.height) return;
      push_line({next_.note, next_.note_line}, height);
      if (++next_.note_line < galley_.notes[next_.note].size()) continue;
      next_.note = kNone;
      next_.note_line = 0;
      take_waiting_note();
    }
  }

  bool is_last_page() const { return next_.slab == galley_.slabs.size() && next_.owes_nothing(); }

  std::int64_t end_cost(Length used) const {
    if (is_last_page()) {
      const Length full =
          std::max(frame_.height.scaled(kFullLastPage), frame_.grid * kFewestLastLines);
      return kShortLastPageWeight * squared_points(full - used);
    }
    if (next_.slab == galley_.slabs.size()) return squared_points(frame_.height - used);
    const Slab& next = galley_.slabs[next_.slab];
    if (next.opens_page) return 0;
    return squared_points(frame_.height - used) + std::max(next.break_cost, inherited_cost_);
  }

  void add_end(std::int64_t extra) {
    PageEnd end;
    end.next = next_;
    end.used = height_with_notes(bottom_, notes_height_);
    end.cost = end_cost(end.used) + extra + (next_.figure != kNone ? kFloatCost : 0);
    end.placed_count = fill_.placed.size();
    end.note_count = fill_.notes.size();
    fill_.ends.push_back(std::move(end));
  }

  const Galley& galley_;
  const PageStart& start_;
  const PageRoom& frame_;
  PageStart next_;
  PageFill& fill_;
  Length bottom_;
  Length gap_below_;  // white below a figure at the head of the page
  Length notes_height_;
  Length floated_space_;             // white asked for by a figure that was just put off
  std::int64_t inherited_cost_ = 0;  // of a break after a figure that was put off
};

}  // namespace

std::int64_t squared_points(Length white) {
  const auto points = static_cast<std::int64_t>(std::max(0.0, white.points()));
  return points * points;
}

PageRoom page_room(const Theme& theme) {
  const Length leading = theme.style(TextRole::Body).leading;
  const bool has_room = theme.folio_drop >= leading.scaled(1 + kLeastFolioDrop);
  return {theme.text_height(), leading, leading.scaled(0.8), has_room ? leading : Length()};
}

bool PageStart::operator<(const PageStart& other) const {
  // Nothing owed is later than something owed: kNone is the largest number.
  const std::tuple own(slab, figure == kNone, note, note_line);
  const std::tuple others(other.slab, other.figure == kNone, other.note, other.note_line);
  return own != others ? own < others : waiting_notes < other.waiting_notes;
}

void fill_page(const Galley& galley, const PageStart& start, const PageRoom& frame,
               PageFill& fill) {
  fill.placed.clear();
  fill.notes.clear();
  fill.ends.clear();
  Filler(galley, start, frame, fill).fill();
}

Length notes_height(const Galley& galley, const std::vector<NoteLine>& notes, std::size_t count) {
  Length height;
  for (std::size_t i = 0; i < count; ++i) {
    const Slab& line = line_of(galley, notes[i]);
    height += line.height + (i == 0 ? Length() : line.space_before);
  }
  return height;
}

}  // namespace garland
