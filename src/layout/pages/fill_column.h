// What one column of a page holds when it begins at a given place of the galley; most pages have
// one column. The search for page breaks and the making of pages both ask here, so that what was
// judged is what is printed.
#pragma once

#include <compare>
#include <cstddef>
#include <vector>

#include "layout/galley/galley.h"
#include "layout/pages/waiting_notes.h"
#include "style/theme.h"

namespace garland {

// Measures of a page's text block.
struct PageRoom {
  Length height;
  Length grid;      // from line to line
  Length note_gap;  // least white between text and notes
  Length long_by;   // so much higher may a page be that saves others, at a cost
  std::size_t columns = 1;
  bool has_facing_pages = false;  // a verso and the next recto are seen together
  Length least_used;              // ends of columns that hold less are not asked for
};
// The theme's pages of one column may be a line long where their folios leave room for it.
PageRoom page_room(const Theme& theme);

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Where a column begins: the next slab, and what the columns before owe.
struct ColumnStart {
  std::size_t set_count = 0;  // slabs and lines of notes that stand in columns before
  std::size_t slab = 0;
  // A slab before `slab` that waits for room, as do all figures behind it.
  std::size_t figure = kNone;
  std::size_t note = kNone;    // a note that goes on …
  std::size_t note_line = 0;   // … with this line
  WaitingNotes waiting_notes;  // notes after it
  std::size_t idle = 0;        // columns just before it that hold nothing
  std::size_t column = 0;      // of the page
  Length top;                  // below what stands across the page, on later columns
  // Slabs over all columns, from this one on, stand at the head of the page although their turn
  // comes later on it. The search tries a page with what it could pull and without: `pulled` is
  // known from the page's first column to the one in which the turn comes; a page that ends before
  // it is no way.
  std::size_t pulled = kNone;

  bool owes_nothing() const { return figure == kNone && note == kNone; }
  // Every column leads to a greater start: it sets something, or it is one more that holds nothing.
  std::strong_ordering operator<=>(const ColumnStart& other) const;
  bool operator==(const ColumnStart& other) const = default;
};

// Points are measured from the head of the text block.
struct PlacedSlab {
  std::size_t index = 0;  // of Galley::slabs, or of Galley::table_heads
  bool is_table_head = false;
  Length y;
};

struct NoteLine {
  std::size_t note = 0;
  std::size_t line = 0;
};

// A way to end the column.
struct ColumnEnd {
  ColumnStart next;
  std::int64_t cost = 0;
  Length used;           // down to the foot of the text, with the notes and the white between
  Length foot;           // what the eye compares with the column beside it; notes count
  bool is_free = false;  // ends above the foot by right: the text is over, or a page opens
  Length opened;         // white that is added within, so that the foot is reached
  std::size_t placed_count = 0;  // of ColumnFill::placed
  std::size_t note_count = 0;    // of ColumnFill::notes
};

// All that fits in a column, and where it may end.
struct ColumnFill {
  std::vector<PlacedSlab> across;  // at the head of the page, above all columns
  std::vector<PlacedSlab> placed;
  std::vector<NoteLine> notes;  // at the foot
  // Later ones hold more; none where what is pulled has no place, or all hold less than is asked.
  std::vector<ColumnEnd> ends;
};

// The first slab behind `first` that goes over all columns, when it begins a run of such and may
// come on the page that begins there; else kNone.
std::size_t find_pulled(const Galley& galley, std::size_t first, const PageRoom& room);

// Fills a column from `start`; replaces what `fill` has, which is used again because a galley's
// columns are tried from every line. Requires that something is left to place. Cost: linear in
// what fits.
void fill_column(const Galley& galley, const ColumnStart& start, const PageRoom& room,
                 ColumnFill& fill);

// What white costs, in squares of whole points; nothing below zero.
std::int64_t squared_points(Length white);

}  // namespace garland
