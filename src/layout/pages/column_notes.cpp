#include "layout/pages/column_notes.h"

#include <algorithm>

namespace garland {
namespace {

constexpr std::size_t kFewestNoteLines = 2;  // of a note before it goes on overleaf

const Slab& line_of(const Galley& galley, const NoteLine& at) {
  return galley.notes[at.note][at.line];
}

}  // namespace

Length ColumnNotes::height_with(Length bottom, Length notes) const {
  return notes > Length() ? bottom + room_.note_gap + notes : bottom;
}

void ColumnNotes::owe(const Slab& slab) {
  next_.waiting_notes.add(slab.notes);
  if (next_.note == kNone) take_waiting();
}

void ColumnNotes::take_waiting() {
  if (next_.waiting_notes.empty()) return;
  next_.note = next_.waiting_notes.take_first();
  next_.note_line = 0;
  set_here_ = 0;
}

void ColumnNotes::set_carried(Length most, bool must_stand) {
  while (next_.note != kNone) {
    const Length height = height_with_next_line();
    const bool is_first_of_all = must_stand && lines_.empty();
    if (!is_first_of_all && room_.note_gap + height > most) return give_back();
    set_line(height);
  }
}

Length ColumnNotes::height_with_next_line() const {
  const Slab& line = line_of(galley_, {next_.note, next_.note_line});
  return height_ + line.height + (lines_.empty() ? Length() : line.space_before);
}

// `height` is that of the notes with it.
void ColumnNotes::set_line(Length height) {
  lines_.push_back({next_.note, next_.note_line});
  height_ = height;
  ++set_here_;
  if (++next_.note_line < galley_.notes[next_.note].size()) return;
  next_.note = kNone;
  next_.note_line = 0;
  take_waiting();
}

bool ColumnNotes::can_begin(const Slab& slab, Length bottom) const {
  if (slab.notes.empty()) return true;
  Length height = height_;
  bool is_first = lines_.empty();
  for (const std::size_t note : slab.notes) {
    const Slabs& lines = galley_.notes[note];
    const bool is_last = note == slab.notes.back();
    const std::size_t needed = is_last ? std::min(kFewestNoteLines, lines.size()) : lines.size();
    for (std::size_t i = 0; i < needed; ++i) {
      height += lines[i].height + (is_first ? Length() : lines[i].space_before);
      is_first = false;
      if (height_with(bottom, height) > room_.height) return false;
    }
  }
  return true;
}

void ColumnNotes::set_own(const Slab& slab, Length bottom) {
  const bool is_note_carried = next_.note != kNone;
  owe(slab);
  if (is_note_carried) return;
  while (next_.note != kNone) {
    const Length height = height_with_next_line();
    if (height_with(bottom, height) > room_.height) return give_back();
    set_line(height);
  }
}

// A note goes on in the next column where it may be divided, if two lines of it stay here.
void ColumnNotes::give_back() {
  while (set_here_ > kFewestNoteLines &&
         line_of(galley_, {next_.note, next_.note_line}).break_cost > 0) {
    const Slab& last = line_of(galley_, lines_.back());
    lines_.pop_back();
    --next_.note_line;
    --set_here_;
    height_ -= last.height + (lines_.empty() ? Length() : last.space_before);
  }
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
