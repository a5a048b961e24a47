// What one page holds when it begins at a given place of the galley. The search for page breaks and
// the making of pages both ask here, so that what was judged is what is printed.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/galley/galley.h"
#include "style/theme.h"

namespace garland {

// Measures of a page's text block.
struct PageRoom {
  Length height;
  Length grid;      // from line to line
  Length note_gap;  // least white between text and notes
  Length long_by;   // so much higher may a page be that saves others, at a cost
};
// The theme's pages may be a line long where their folios leave room for it.
PageRoom page_room(const Theme& theme);

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Where a page begins: the next slab, and what the pages before owe.
struct PageStart {
  std::size_t slab = 0;
  std::size_t figure = kNone;              // a slab before `slab` that waits for room
  std::size_t note = kNone;                // a note that goes on …
  std::size_t note_line = 0;               // … with this line
  std::vector<std::size_t> waiting_notes;  // notes after it, of which nothing is set yet

  bool owes_nothing() const { return figure == kNone && note == kNone; }
  // Every page leads to a greater place.
  bool operator<(const PageStart& other) const;
};

struct PlacedSlab {
  std::size_t index = 0;  // of Galley::slabs, or of Galley::table_heads
  bool is_table_head = false;
  Length y;
};

struct NoteLine {
  std::size_t note = 0;
  std::size_t line = 0;
};

// A way to end the page.
struct PageEnd {
  PageStart next;
  std::int64_t cost = 0;
  Length used;                   // height of the text, the notes and the white between
  std::size_t placed_count = 0;  // of PageFill::placed
  std::size_t note_count = 0;    // of PageFill::notes
};

// All that fits on a page, and where it may end.
struct PageFill {
  std::vector<PlacedSlab> placed;
  std::vector<NoteLine> notes;  // at the foot
  std::vector<PageEnd> ends;    // at least one; later ones hold more
};

// Fills a page from `start`; replaces what `fill` has, which is used again because a galley's pages
// are tried from every line. Requires that something is left to place. Cost: linear in what fits.
void fill_page(const Galley& galley, const PageStart& start, const PageRoom& frame, PageFill& fill);

// What white costs, in squares of whole points; nothing below zero.
std::int64_t squared_points(Length white);

// Height of the first `count` lines, the white between them included.
Length notes_height(const Galley& galley, const std::vector<NoteLine>& notes, std::size_t count);

}  // namespace garland
