#include "layout/pages/make_pages.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "book/page_list.h"
#include "layout/pages/column_notes.h"
#include "layout/pages/openings.h"

namespace garland {
namespace {

constexpr Length kNoteRule = 0.4_pt;
// What the book adds to a page: a folio and a running head.
constexpr std::size_t kBookItems = 2;

class PageMaker {
 public:
  PageMaker(Galley& galley, const Theme& theme, const std::string& place)
      : galley_(galley), theme_(theme), place_(place) {}

  PageSet make(const std::vector<ChosenColumn>& columns) {
    for (auto first = columns.begin(); first != columns.end();) {
      const auto end = std::find_if(first + 1, columns.end(), [](const ChosenColumn& column) {
        return column.start.column == 0;
      });
      make_page({first, end});
      first = end;
    }
    mark_pages_of_notes();
    set_.structure = std::move(galley_.structure);
    set_.structure.shrink_to_fit();
    set_.outline = std::move(galley_.outline);
    return std::move(set_);
  }

 private:
  void make_page(std::span<const ChosenColumn> columns) {
    made_ = {};
    areas_.clear();
    std::size_t count = 0;
    std::vector<ColumnFill> fills(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      fill_column(galley_, columns[i].start, columns[i].room, fills[i]);
      count += count_items(fills[i], columns[i].end);
    }
    page().items.reserve(count + kBookItems);
    for (std::size_t i = 0; i < columns.size(); ++i) make_column(columns[i], fills[i]);
    set_.pages.push_back(std::move(made_));
  }

  // A page on which no text begins, since a note goes on there, begins where the next one does; one
  // behind all text, at its end.
  void mark_pages_of_notes() {
    const auto has_place = [](const MadePage& made) { return !made.page.place.empty(); };
    const auto take_place = [](Page& page, const Page& other) {
      page.place = other.place;
      page.element = other.element;
      page.text_offset = other.text_offset;
    };
    std::vector<MadePage>& pages = set_.pages;
    auto last = std::find_if(pages.rbegin(), pages.rend(), has_place);
    if (last == pages.rend()) return;
    for (auto made = last.base(); made != pages.end(); ++made) {
      made->page.place = last->page.place;
      made->page.element = kTextEnd;
    }
    for (auto next = last++; last != pages.rend(); next = last++) {
      if (!has_place(*last)) take_place(last->page, next->page);
    }
  }

  Page& page() { return made_.page; }

  void make_column(const ChosenColumn& chosen, ColumnFill& fill) {
    open_up(galley_, chosen.room, chosen.end, fill);
    left_ = Length();
    for (const PlacedSlab& placed : fill.across) place_slab(placed);
    left_ = left_of(chosen.start.column);
    for (std::size_t i = 0; i < chosen.end.placed_count; ++i) place_slab(fill.placed[i]);
    place_notes(fill.notes, chosen.end.note_count, chosen.room);
  }

  // The first column is the one where lines begin.
  Length left_of(std::size_t column) const {
    const auto count = static_cast<std::size_t>(theme_.page.columns);
    const std::size_t from_left = galley_.is_right_to_left ? count - 1 - column : column;
    return (theme_.measure() + theme_.page.column_gap) * static_cast<std::int64_t>(from_left);
  }

  void place_slab(const PlacedSlab& placed) {
    if (placed.is_table_head) return place_head(galley_.table_heads[placed.index], placed.y);
    Slab& slab = galley_.slabs[placed.index];
    made_.opens = made_.opens || slab.opens_page;
    place(std::move(slab), placed.y);
  }

  std::size_t count_items(const ColumnFill& fill, const ColumnEnd& end) const {
    std::size_t count = end.note_count > 0 ? 1 : 0;  // the rule above them
    for (const PlacedSlab& placed : fill.across) {
      if (!placed.is_table_head) count += galley_.slabs[placed.index].items.size();
    }
    for (std::size_t i = 0; i < end.placed_count; ++i) {
      const PlacedSlab& placed = fill.placed[i];
      if (!placed.is_table_head) count += galley_.slabs[placed.index].items.size();
    }
    for (std::size_t i = 0; i < end.note_count; ++i) {
      count += galley_.notes[fill.notes[i].note][fill.notes[i].line].items.size();
    }
    return count;
  }

  void place_head(Slabs head, Length y) {  // a copy: the next page may need it again
    for (Slab& slab : head) {
      if (&slab != &head.front()) y += slab.space_before;
      const Length next = y + slab.height;
      place(std::move(slab), y);
      y = next;
    }
  }

  void place(Slab slab, Length y) {
    shift(slab, left_, y);
    made_.filled += slab.height;
    const bool is_numbered = theme_.line_numbers > 0 && left_ == Length();
    if (slab.place.is_counted && is_numbered) made_.lines.push_back(y + slab.baseline);
    std::move(slab.items.begin(), slab.items.end(), std::back_inserter(page().items));
    std::move(slab.anchors.begin(), slab.anchors.end(), std::back_inserter(page().anchors));
    for (const LinkPiece& piece : slab.links) add_link(piece);
    for (const NodeBox& box : slab.boxes) {
      StructureNode& node = galley_.structure.at(static_cast<std::size_t>(box.structure));
      node.has_box = true;
      node.box = box.rect;
      node.box_page = set_.pages.size();
    }
    if (page().place.empty() && slab.place.is_text && !place_.empty()) {
      page().place = place_;
      page().element = std::move(slab.place.element);
      page().text_offset = slab.place.text_offset;
    }
  }

  // The pieces of one link on this page are one area.
  void add_link(const LinkPiece& piece) {
    const auto [known, is_new] = areas_.try_emplace(piece.link, page().links.size());
    if (is_new) {
      const LinkGoal& goal = galley_.links.at(piece.link);
      page().links.push_back({{}, goal.url, goal.anchor, goal.contents, goal.structure});
    }
    page().links[known->second].rects.push_back(piece.rect);
  }

  // Notes stand on the foot of the text block, though a last page's columns be lower, below a rule.
  void place_notes(const std::vector<NoteLine>& notes, std::size_t count, const PageRoom& room) {
    if (count == 0) return;
    const Length foot = std::max(room.height, theme_.text_height());
    Length y = foot - notes_height(galley_, notes, count);
    if (theme_.note_rule_width > Length()) {
      const Length room_beside = theme_.measure() - theme_.note_rule_width;
      const Length left = galley_.is_right_to_left ? left_ + room_beside : left_;
      const Rect rect{{left, y - room.note_gap.scaled(0.4)}, theme_.note_rule_width, kNoteRule};
      page().items.push_back(rule_item(rect, theme_.rule_color));
    }
    for (std::size_t i = 0; i < count; ++i) {
      Slab& line = galley_.notes[notes[i].note][notes[i].line];
      if (i > 0) y += line.space_before;
      const Length next = y + line.height;
      line.place.is_text = line.place.is_counted = false;
      place(std::move(line), y);
      y = next;
    }
  }

  Galley& galley_;
  const Theme& theme_;
  const std::string& place_;
  PageSet set_;
  MadePage made_;                             // the page that is being made
  Length left_;                               // of the column that is being made
  std::map<std::size_t, std::size_t> areas_;  // link to its area on this page
};

}  // namespace

PagePlan plan_pages(Galley galley, const Theme& theme) {
  PageBreaks breaks = break_pages(galley, page_room(theme));
  return {std::move(galley), std::move(breaks)};
}

PageSet make_pages(PagePlan plan, const Theme& theme, const std::string& place, Side first) {
  return PageMaker(plan.galley, theme, place).make(plan.breaks.columns(first));
}

PageSet make_pages(Galley galley, const Theme& theme, const std::string& place, Side first) {
  return make_pages(plan_pages(std::move(galley), theme), theme, place, first);
}

}  // namespace garland
