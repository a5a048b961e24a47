// Page breaks on galleys made by hand: no fonts, every line 10 pt high on pages of 10 lines.
#include "layout/pages/break_pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "layout/pages/openings.h"

namespace garland {
namespace {

constexpr Length kLine = 10_pt;
constexpr PageRoom kFrame{100_pt, kLine, 8_pt, {}, 1, false, {}};

Slab line() {
  Slab slab;
  slab.height = kLine;
  slab.place.is_text = true;
  return slab;
}

// Lines of a paragraph, widows and orphans forbidden.
void add_paragraph(Slabs& slabs, int lines) {
  for (int i = 0; i < lines; ++i) {
    slabs.push_back(line());
    if (i > 0 && (i == 1 || i + 1 == lines)) slabs.back().break_cost = kForbidden;
  }
}

ColumnFill filled(const Galley& galley, const ColumnStart& start, const PageRoom& room) {
  ColumnFill fill;
  fill_column(galley, start, room, fill);
  return fill;
}

struct Placed {
  std::vector<std::size_t> slabs;
  std::vector<NoteLine> notes;
  std::size_t column = 0;
  std::size_t across_count = 0;  // of the slabs, the first
  Length top, foot;              // of the text; the white that is opened counts
};

// What stands in each column.
std::vector<Placed> pages_of(const Galley& galley, const PageRoom& room = kFrame,
                             Side first = Side::Recto) {
  std::vector<Placed> pages;
  const PageBreaks breaks = break_pages(galley, room);
  for (const ChosenColumn& chosen : breaks.columns(first)) {
    ColumnFill fill = filled(galley, chosen.start, chosen.room);
    open_up(galley, chosen.room, chosen.end, fill);
    Placed page;
    page.column = chosen.start.column;
    page.across_count = fill.across.size();
    for (const PlacedSlab& placed : fill.across) {
      if (!placed.is_table_head) page.slabs.push_back(placed.index);
    }
    if (chosen.end.placed_count > 0) {
      const PlacedSlab& last = fill.placed[chosen.end.placed_count - 1];
      page.top = fill.placed.front().y;
      page.foot = last.y + galley.slabs[last.index].height;
    }
    for (std::size_t i = 0; i < chosen.end.placed_count; ++i) {
      if (!fill.placed[i].is_table_head) page.slabs.push_back(fill.placed[i].index);
    }
    page.notes.assign(fill.notes.begin(),
                      fill.notes.begin() + static_cast<std::ptrdiff_t>(chosen.end.note_count));
    pages.push_back(std::move(page));
  }
  return pages;
}

std::size_t page_of(const std::vector<Placed>& pages, std::size_t slab) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto& slabs = pages[i].slabs;
    if (std::find(slabs.begin(), slabs.end(), slab) != slabs.end()) return i;
  }
  return kNone;
}

// Every slab and every line of a note stands on some page, once and in order.
void check_complete(const Galley& galley, const std::vector<Placed>& pages) {
  std::vector<bool> seen(galley.slabs.size(), false);
  std::vector<std::size_t> lines(galley.notes.size(), 0);
  for (const Placed& page : pages) {
    for (const std::size_t slab : page.slabs) {
      CHECK_FALSE(seen[slab]);
      seen[slab] = true;
    }
    for (const NoteLine& at : page.notes) {
      CHECK(at.line == lines[at.note]);
      ++lines[at.note];
    }
  }
  CHECK(std::find(seen.begin(), seen.end(), false) == seen.end());
  for (std::size_t i = 0; i < lines.size(); ++i) CHECK(lines[i] == galley.notes[i].size());
}

TEST_CASE("no page begins with a widow or ends with an orphan") {
  for (int lines = 1; lines <= 7; ++lines) {
    CAPTURE(lines);
    Galley galley;
    for (int i = 0; i < 40; ++i) add_paragraph(galley.slabs, lines);
    const auto pages = pages_of(galley);
    check_complete(galley, pages);
    for (std::size_t i = 1; i < pages.size(); ++i) {
      CHECK(galley.slabs[pages[i].slabs.front()].break_cost < kForbidden);
    }
  }
}

TEST_CASE("a heading stays with the two lines after it") {
  Galley galley;
  add_paragraph(galley.slabs, 8);
  galley.slabs.push_back(line());  // the heading; a paragraph of three lines does not fit below
  const std::size_t heading = galley.slabs.size() - 1;
  add_paragraph(galley.slabs, 3);
  galley.slabs[heading + 1].break_cost = kForbidden;
  add_paragraph(galley.slabs, 9);
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  CHECK(page_of(pages, heading) == page_of(pages, heading + 1));
  CHECK(page_of(pages, heading) == page_of(pages, heading + 2));
}

TEST_CASE("a note stands on the page of its mark, and both within the page") {
  Galley galley;
  for (int i = 0; i < 60; ++i) {
    add_paragraph(galley.slabs, 4);
    galley.slabs.back().notes.push_back(galley.notes.size());
    galley.notes.push_back({line(), line()});
  }
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  for (const Placed& page : pages) {
    CHECK(page.slabs.size() + page.notes.size() <= 10);
    for (const NoteLine& at : page.notes) {
      if (at.line > 0) continue;
      const auto has_mark = [&](std::size_t slab) {
        const auto& notes = galley.slabs[slab].notes;
        return std::find(notes.begin(), notes.end(), at.note) != notes.end();
      };
      CHECK(std::any_of(page.slabs.begin(), page.slabs.end(), has_mark));
    }
  }
}

TEST_CASE("a note longer than a page begins with its mark and goes on below the text") {
  Galley galley;
  for (int i = 0; i < 20; ++i) add_paragraph(galley.slabs, 4);
  galley.slabs[2].notes.push_back(0);
  galley.notes.emplace_back(35, line());
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  REQUIRE(pages.size() > 3);
  CHECK(page_of(pages, 2) == 0);
  CHECK_FALSE(pages[0].notes.empty());
  CHECK_FALSE(pages[1].slabs.empty());
  CHECK_FALSE(pages[1].notes.empty());
}

TEST_CASE("a note that ends the text gets pages of its own when it must") {
  Galley galley;
  add_paragraph(galley.slabs, 1);
  galley.slabs[0].notes = {0, 1};
  galley.notes.emplace_back(25, line());
  galley.notes.emplace_back(3, line());
  check_complete(galley, pages_of(galley));
}

TEST_CASE("a figure without room waits for the next page and the text goes on") {
  Galley galley;
  for (int i = 0; i < 4; ++i) add_paragraph(galley.slabs, 1);
  Slab figure;
  figure.height = kLine * 7;
  figure.may_float = true;
  const std::size_t index = galley.slabs.size();
  galley.slabs.push_back(figure);
  for (int i = 0; i < 20; ++i) add_paragraph(galley.slabs, 1);
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  CHECK(pages[0].slabs.size() >= 8);
  CHECK(pages[1].slabs.front() == index);
}

TEST_CASE("a small figure waits behind a large one that waits") {
  Galley galley;
  const auto add_figure = [&galley](int lines) {
    Slab figure;
    figure.height = kLine * lines;
    figure.is_figure = figure.may_float = true;
    galley.slabs.push_back(figure);
    return galley.slabs.size() - 1;
  };
  for (int i = 0; i < 4; ++i) add_paragraph(galley.slabs, 1);
  const std::size_t large = add_figure(7);
  add_paragraph(galley.slabs, 1);
  const std::size_t small = add_figure(2);
  for (int i = 0; i < 20; ++i) add_paragraph(galley.slabs, 1);
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  CHECK(pages[0].slabs.size() >= 8);
  CHECK(page_of(pages, large) == 1);
  CHECK(page_of(pages, small) == 1);
  CHECK(pages[1].slabs[0] == large);
  CHECK(pages[1].slabs[1] == small);
}

TEST_CASE("white that only a figure asks for is not left where it floats away") {
  Galley galley;
  for (int i = 0; i < 4; ++i) add_paragraph(galley.slabs, 1);
  Slab figure;
  figure.height = kLine * 7;
  figure.is_figure = figure.may_float = true;
  figure.space_before = kLine;
  figure.text_space = 3_pt;  // below the paragraph before
  galley.slabs.push_back(figure);
  for (int i = 0; i < 9; ++i) {
    add_paragraph(galley.slabs, 1);
    galley.slabs.back().text_space = i == 0 ? 4_pt : Length();  // above the paragraph behind
    galley.slabs.back().space_before = i == 0 ? kLine : Length();
  }
  const ColumnFill first = filled(galley, {}, kFrame);
  REQUIRE(first.placed.size() > 4);
  CHECK(first.placed[4].index == 5);
  CHECK(first.placed[4].y == kLine * 4 + 4_pt);
}

TEST_CASE("a note is not divided where it may not be, if lines enough of it stay") {
  Galley galley;
  add_paragraph(galley.slabs, 5);
  galley.slabs.back().notes = {0};
  galley.notes.emplace_back(8, line());
  galley.notes[0][4].break_cost = 1;  // four would fit
  for (int i = 0; i < 6; ++i) add_paragraph(galley.slabs, 1);
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  CHECK(pages[0].notes.size() == 3);
}

TEST_CASE("a figure at the end of the text has its page") {
  Galley galley;
  for (int i = 0; i < 8; ++i) add_paragraph(galley.slabs, 1);
  Slab figure;
  figure.height = kLine * 6;
  figure.may_float = true;
  figure.notes = {0};
  galley.slabs.push_back(figure);
  galley.notes.push_back({line()});
  check_complete(galley, pages_of(galley));
}

TEST_CASE("what is higher than a page stands alone and nothing is lost") {
  Galley galley;
  add_paragraph(galley.slabs, 3);
  Slab giant;
  giant.height = 500_pt;
  galley.slabs.push_back(giant);
  add_paragraph(galley.slabs, 3);
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  CHECK(pages.at(page_of(pages, 3)).slabs.size() == 1);
}

TEST_CASE("a text of forbidden breaks alone is still cut") {
  Galley galley;
  for (int i = 0; i < 95; ++i) {
    galley.slabs.push_back(line());
    galley.slabs.back().break_cost = kForbidden;
  }
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  CHECK(pages.size() == 10);
}

TEST_CASE("the last page has more than a line or two when earlier pages can give some") {
  Galley galley;
  for (int i = 0; i < 51; ++i) add_paragraph(galley.slabs, 1);
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  CHECK(pages.back().slabs.size() >= 4);
}

TEST_CASE("a line overleaf is saved by a page that is a line long") {
  Galley galley;
  for (int i = 0; i < 21; ++i) add_paragraph(galley.slabs, 1);
  PageRoom room = kFrame;
  room.long_by = kLine;
  const auto pages = pages_of(galley, room);
  check_complete(galley, pages);
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].slabs.size() + pages[1].slabs.size() == 21);
}

TEST_CASE("no last page has less than four lines where other pages can take or give some") {
  PageRoom room = kFrame;
  room.long_by = kLine;
  for (int lines = 21; lines <= 80; ++lines) {
    CAPTURE(lines);
    Galley galley;
    for (int i = 0; i < lines; ++i) add_paragraph(galley.slabs, 1);
    const auto pages = pages_of(galley, room);
    check_complete(galley, pages);
    CHECK(pages.back().slabs.size() >= 4);
  }
}

TEST_CASE("no page is long where that saves no other, nor breaks a rule for it") {
  PageRoom room = kFrame;
  room.long_by = kLine;
  for (const int paragraph : {1, 2, 3, 4}) {
    CAPTURE(paragraph);
    Galley galley;
    for (int lines = 0; lines < 72; lines += paragraph) add_paragraph(galley.slabs, paragraph);
    const PageBreaks breaks = break_pages(galley, room);
    for (const ChosenColumn& chosen : breaks.if_recto) {
      CHECK(chosen.end.cost < kForbidden);
      if (paragraph == 1) CHECK(chosen.end.used <= kFrame.height);
    }
  }
}

TEST_CASE("a page with notes may be a line long as well") {
  Galley galley;
  for (int i = 0; i < 17; ++i) add_paragraph(galley.slabs, 1);
  galley.slabs[3].notes.push_back(0);
  galley.slabs[12].notes.push_back(1);
  galley.notes.assign(2, {line()});
  PageRoom room = kFrame;
  room.long_by = kLine;
  const auto chosen = break_pages(galley, room).if_recto;
  REQUIRE(chosen.size() == 2);
  std::size_t long_count = 0;
  for (const ChosenColumn& page : chosen) {
    CHECK(page.end.note_count == 1);
    CHECK(page.end.used.points() <= page.room.height.points());
    if (page.end.used > kFrame.height) ++long_count;
  }
  CHECK(long_count == 1);
}

TEST_CASE("every line of the body stands on the page's grid") {
  Galley galley;
  for (int i = 0; i < 30; ++i) {
    add_paragraph(galley.slabs, 3);
    galley.slabs[galley.slabs.size() - 3].is_on_grid = true;
    Slab quotation = line();
    quotation.space_before = 4_pt;
    quotation.height = 11_pt;
    galley.slabs.push_back(quotation);
  }
  const PageBreaks breaks = break_pages(galley, kFrame);
  for (const ChosenColumn& chosen : breaks.if_recto) {
    const ColumnFill fill = filled(galley, chosen.start, chosen.room);
    for (const PlacedSlab& placed : fill.placed) {
      if (galley.slabs[placed.index].is_on_grid) CHECK(placed.y.units() % kLine.units() == 0);
    }
  }
}

TEST_CASE("a table's head is repeated where a page begins within the table") {
  Galley galley;
  galley.table_heads.push_back({line()});
  for (int i = 0; i < 25; ++i) {
    galley.slabs.push_back(line());
    if (i > 0) galley.slabs.back().table_head = 0;
  }
  const auto chosen = break_pages(galley, kFrame).if_recto;
  REQUIRE(chosen.size() == 3);
  CHECK_FALSE(filled(galley, chosen[0].start, kFrame).placed.front().is_table_head);
  CHECK(filled(galley, chosen[1].start, kFrame).placed.front().is_table_head);
  CHECK(filled(galley, chosen[2].start, kFrame).placed.front().is_table_head);
}

TEST_CASE("a table's head is repeated below a figure that waited for the page") {
  Galley galley;
  galley.table_heads.push_back({line()});
  for (int i = 0; i < 4; ++i) add_paragraph(galley.slabs, 1);
  Slab figure;
  figure.height = kLine * 7;
  figure.may_float = true;
  galley.slabs.push_back(figure);
  for (int i = 0; i < 12; ++i) {
    galley.slabs.push_back(line());
    if (i > 0) galley.slabs.back().table_head = 0;
  }
  const auto chosen = break_pages(galley, kFrame).if_recto;
  REQUIRE(chosen.size() >= 2);
  const ColumnFill second = filled(galley, chosen[1].start, kFrame);
  REQUIRE(second.placed.size() >= 2);
  CHECK(second.placed[0].index == 4);
  CHECK(second.placed[1].is_table_head);
  CHECK(second.placed[1].y == kLine * 8);  // a line of white below the figure
  check_complete(galley, pages_of(galley));
}

PageRoom facing_room() {
  PageRoom room = kFrame;
  room.has_facing_pages = true;
  return room;
}

TEST_CASE(
    "a piece of a row stands beside the piece before it, but on a page of its own at the top") {
  Galley galley;
  add_paragraph(galley.slabs, 1);
  for (int i = 0; i < 6; ++i) {
    add_paragraph(galley.slabs, 1);
    galley.slabs.back().height = kLine * 3;
    if (i > 0) galley.slabs.back().space_before = -4_pt;
  }
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  REQUIRE(pages.size() == 2);
  const ColumnFill first = filled(galley, {}, kFrame);
  REQUIRE(first.placed.size() == 4);
  CHECK(first.placed[2].y == 36_pt);
  CHECK(first.placed[3].y == 62_pt);
  CHECK(pages[1].top == Length());
  CHECK(pages[1].foot == 82_pt);
}

TEST_CASE("of two facing pages one gives up a line when the other must") {
  Galley galley;
  for (int i = 0; i < 9; ++i) add_paragraph(galley.slabs, 1);
  add_paragraph(galley.slabs, 2);  // the first page has room for one of its lines
  for (int i = 0; i < 45; ++i) add_paragraph(galley.slabs, 1);
  const auto on_verso = pages_of(galley, facing_room(), Side::Verso);
  check_complete(galley, on_verso);
  CHECK(on_verso[0].foot.points() == 90);
  CHECK(on_verso[1].foot.points() == 90);
  CHECK(on_verso[2].foot.points() == 100);
  const auto on_recto = pages_of(galley, facing_room(), Side::Recto);
  check_complete(galley, on_recto);
  CHECK(on_recto[0].foot.points() == 90);
  CHECK(on_recto[1].foot.points() == 100);
  CHECK(on_recto[2].foot.points() == 100);
}

Slab heading() {
  Slab slab = line();
  slab.settling = Slab::Settling::All;
  slab.space_before = 15_pt;
  return slab;
}

TEST_CASE("white above headings grows by whole lines where a page would end above its foot") {
  Galley galley;
  add_paragraph(galley.slabs, 4);
  galley.slabs.push_back(heading());
  add_paragraph(galley.slabs, 2);
  galley.slabs[5].is_on_grid = true;
  galley.slabs[5].break_cost = kForbidden;
  add_paragraph(galley.slabs, 2);  // the first page has room for one of its lines
  for (int i = 0; i < 8; ++i) add_paragraph(galley.slabs, 1);
  const auto chosen = break_pages(galley, kFrame).if_recto;
  REQUIRE(chosen.size() == 2);
  CHECK(chosen[0].end.opened == kLine);
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  CHECK(pages[0].foot.points() == 100);
  CHECK(pages[0].slabs.size() == 7);
}

// Paragraphs of some lines each, half a line of white between them.
Galley parted(const std::vector<int>& paragraphs) {
  Galley galley;
  galley.has_wide_white = true;
  for (const int lines : paragraphs) {
    const std::size_t first = galley.slabs.size();
    add_paragraph(galley.slabs, lines);
    galley.slabs[first].space_before = kLine / 2;
  }
  return galley;
}

TEST_CASE("white between paragraphs is wider where a page would end above its foot") {
  const Galley galley = parted({2, 2, 2, 2, 2, 4, 3, 3});
  const auto pages = pages_of(galley, facing_room(), Side::Verso);
  check_complete(galley, pages);
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].foot.points() == 100);
  CHECK(pages[1].foot.points() == 100);
  CHECK(pages[2].foot.points() == 30);  // the text ends
}

TEST_CASE("white between paragraphs stays as it is where the foot is too far off") {
  Galley galley = parted({5, 9, 5});
  for (std::size_t i = 6; i < 14; ++i) galley.slabs[i].break_cost = kForbidden;
  const auto pages = pages_of(galley);
  check_complete(galley, pages);
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].foot.points() == 50);
  CHECK(pages[1].foot.points() == 90);
}

TEST_CASE("white does not part a table's head from the row that goes on below it") {
  const Galley galley = parted({1, 1});
  const Length above_second = galley.slabs[1].space_before;
  CHECK(stretch_of(galley, {{0, false, {}}, {1, false, kLine}}) == above_second.scaled(0.6));
  CHECK(stretch_of(galley, {{0, true, {}}, {1, false, kLine}}) == Length());
}

TEST_CASE("a page of text is full though the figures that wait stand on pages of their own") {
  PageRoom room = kFrame;
  room.height = kLine * 50;
  Galley galley;
  const auto add_figure = [&] {
    galley.slabs.push_back(line());
    galley.slabs.back().height = kLine * 30;
    galley.slabs.back().is_figure = galley.slabs.back().may_float = true;
  };
  for (int i = 0; i < 30; ++i) add_paragraph(galley.slabs, 1);
  add_figure();
  for (int i = 0; i < 5; ++i) add_paragraph(galley.slabs, 1);
  add_figure();
  for (int i = 0; i < 15; ++i) add_paragraph(galley.slabs, 1);
  const auto pages = pages_of(galley, room);
  check_complete(galley, pages);
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].foot == room.height);
  CHECK(pages[1].slabs == std::vector<std::size_t>{30});
  CHECK(pages[2].slabs == std::vector<std::size_t>{36});
}

PageRoom two_columns() {
  PageRoom room = kFrame;
  room.columns = 2;
  return room;
}

TEST_CASE("columns fill a page from the first to the last, and the last page's are even") {
  for (int lines = 1; lines <= 75; ++lines) {
    CAPTURE(lines);
    Galley galley;
    for (int i = 0; i < lines; ++i) add_paragraph(galley.slabs, 1);
    const auto columns = pages_of(galley, two_columns());
    check_complete(galley, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) CHECK(columns[i].column == i % 2);
    if (columns.back().column == 0) {
      CHECK(columns.back().slabs.size() == 1);
      continue;
    }
    const Length left = columns[columns.size() - 2].foot;
    CHECK(left - columns.back().foot <= kLine);
    CHECK(left >= columns.back().foot);
  }
}

// Slabs that go over all columns.
void add_across(Slabs& slabs, int count, Length height) {
  for (int i = 0; i < count; ++i) {
    slabs.push_back(line());
    slabs.back().height = height;
    slabs.back().is_across = true;
  }
}

TEST_CASE("a title over all columns opens the page, and all columns begin below it on the grid") {
  Galley galley;
  add_across(galley.slabs, 2, 11_pt);
  galley.slabs.front().opens_page = true;
  for (int i = 0; i < 40; ++i) add_paragraph(galley.slabs, 1);
  galley.slabs[2].space_before = 20_pt;
  const auto columns = pages_of(galley, two_columns());
  check_complete(galley, columns);
  REQUIRE(columns.size() >= 4);
  CHECK(columns[0].across_count == 2);
  CHECK(columns[0].top.points() == 50);
  CHECK(columns[1].top.points() == 50);
  CHECK(columns[0].slabs.size() == 2 + 5);
  CHECK(columns[1].slabs.size() == 5);
  CHECK(columns[2].top.points() == 0);
}

TEST_CASE("a picture over all columns opens the page on which its turn comes") {
  Galley galley;
  for (int i = 0; i < 15; ++i) add_paragraph(galley.slabs, 1);
  add_across(galley.slabs, 1, 45_pt);
  for (int i = 0; i < 30; ++i) add_paragraph(galley.slabs, 1);
  const auto columns = pages_of(galley, two_columns());
  check_complete(galley, columns);
  CHECK(columns[0].slabs.front() == 0);  // it would come on the next page if it stood on this one
  CHECK(columns[2].across_count == 1);
  CHECK(columns[2].slabs.front() == 15);
  CHECK(columns[2].top.points() == 60);
  CHECK(columns[3].top.points() == 60);
}

TEST_CASE("a table over all columns has its head once on a page") {
  for (const Length height : {40_pt, 50_pt}) {
    CAPTURE(height.points());
    Galley galley;
    galley.table_heads.push_back({line()});
    add_across(galley.slabs, 3, height);
    galley.slabs[1].table_head = galley.slabs[2].table_head = 0;
    const auto columns = pages_of(galley, two_columns());
    check_complete(galley, columns);
    REQUIRE(columns.size() >= 2);
    CHECK(columns[0].across_count == 2);  // without the head, which the first piece has
    // On the next page the head stands above the third piece.
    const ColumnStart start = break_pages(galley, two_columns()).if_recto.back().start;
    const ColumnFill last = filled(galley, start, two_columns());
    REQUIRE(last.across.size() == 2);
    CHECK(last.across[0].is_table_head);
    CHECK(last.across[1].y == kLine);
  }
}

TEST_CASE("the note of a picture over all columns stands on its page, though the text is over") {
  Galley galley;
  for (int i = 0; i < 15; ++i) add_paragraph(galley.slabs, 1);
  add_across(galley.slabs, 1, 75_pt);  // too high for the page of its turn
  galley.slabs.back().notes = {0};
  galley.notes.emplace_back(1, line());
  const auto columns = pages_of(galley, two_columns());
  check_complete(galley, columns);
  const std::size_t picture = page_of(columns, 15);
  CHECK(columns[picture].notes.size() == 1);
}

TEST_CASE("a picture over all columns at the end of a text gets no page of its own") {
  Galley galley;
  add_across(galley.slabs, 1, 20_pt);
  galley.slabs.front().opens_page = true;
  for (int i = 0; i < 6; ++i) add_paragraph(galley.slabs, 1);
  add_across(galley.slabs, 1, 35_pt);
  const auto columns = pages_of(galley, two_columns());
  check_complete(galley, columns);
  REQUIRE(columns.size() == 2);
  CHECK(columns[0].across_count == 2);
  CHECK(columns[0].top == columns[1].top);
}

TEST_CASE("pieces over all columns stand one after the other though they fill pages") {
  for (const int before : {0, 1, 9, 10, 11, 19, 20, 21}) {
    CAPTURE(before);
    Galley galley;
    for (int i = 0; i < before; ++i) add_paragraph(galley.slabs, 1);
    add_across(galley.slabs, 5, 80_pt);
    for (int i = 0; i < 25; ++i) add_paragraph(galley.slabs, 1);
    galley.slabs[static_cast<std::size_t>(before) + 1].notes.push_back(0);
    galley.notes.push_back({line(), line()});
    const auto columns = pages_of(galley, two_columns());
    check_complete(galley, columns);
    CHECK(columns.size() < 20);
  }
}

TEST_CASE("notes that wait for each other are all set, whatever their order") {
  for (std::size_t columns = 1; columns <= 4; ++columns) {
    for (const int lines : {1, 12, 60}) {
      CAPTURE(columns);
      CAPTURE(lines);
      Galley galley;
      add_paragraph(galley.slabs, 1);
      galley.slabs.back().notes = {2, 1};
      add_across(galley.slabs, 9, 11_pt);
      galley.slabs[4].notes = {3, 0};
      for (int i = 0; i < 12; ++i) add_paragraph(galley.slabs, 1);
      galley.slabs[11].notes = {5, 4};
      for (int i = 0; i < 6; ++i) galley.notes.emplace_back(lines, line());
      PageRoom room = kFrame;
      room.columns = columns;
      const auto pages = pages_of(galley, room);
      CHECK_FALSE(pages.empty());
      // Notes are set in the order in which their marks stand on the pages.
      check_complete(galley, pages);
    }
  }
}

TEST_CASE("rows of waiting notes are equal when their notes are") {
  WaitingNotes row, other;
  CHECK(row == other);
  row.add({1, 2, 3});
  CHECK(row != other);
  other.add({0, 1});
  other.add({2, 3});
  CHECK(other.take_first() == 0);
  CHECK(row == other);
  WaitingNotes copy = row;
  CHECK(copy.take_first() == 1);
  CHECK(copy < row);
  copy.add({});
  CHECK(copy.take_first() == 2);
  CHECK(copy.take_first() == 3);
  CHECK(copy.empty());
}

TEST_CASE("columns of one page end alike behind a page without any") {
  Galley galley;
  for (int i = 0; i < 9; ++i) add_across(galley.slabs, 1, 30_pt);
  for (int i = 0; i < 9; ++i) add_paragraph(galley.slabs, 1);
  add_paragraph(galley.slabs, 2);  // the first column has room for one of its lines
  for (int i = 0; i < 90; ++i) add_paragraph(galley.slabs, 1);
  PageRoom room = two_columns();
  room.has_facing_pages = true;
  const auto columns = pages_of(galley, room);
  check_complete(galley, columns);
  for (std::size_t i = 1; i + 2 < columns.size(); ++i) {
    if (columns[i].column != 1) continue;
    CAPTURE(i);
    CHECK(columns[i].foot.points() == columns[i - 1].foot.points());
  }
}

TEST_CASE("what is higher than a column below a title has a page of its own") {
  Galley galley;
  add_across(galley.slabs, 1, 50_pt);
  add_paragraph(galley.slabs, 1);
  Slab high = line();
  high.height = 95_pt;
  galley.slabs.push_back(high);
  add_paragraph(galley.slabs, 3);
  check_complete(galley, pages_of(galley, two_columns()));
}

TEST_CASE("ten thousand paragraphs are cut without a broken rule") {
  Galley galley;
  for (int i = 0; i < 10000; ++i) add_paragraph(galley.slabs, 1 + i % 7);
  const auto pages = break_pages(galley, kFrame).if_recto;
  std::int64_t worst = 0;
  for (const ChosenColumn& page : pages) worst = std::max(worst, page.end.cost);
  CHECK(worst < kForbidden);
  CHECK(pages.size() < 4300);
}

}  // namespace
}  // namespace garland
