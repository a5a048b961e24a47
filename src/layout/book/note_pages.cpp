#include "layout/book/note_pages.h"

#include <utility>

#include "layout/galley/galley.h"

namespace garland {
namespace {

using Where = NotePages::Where;
using Ruling = NotePages::Ruling;

constexpr Length kLineStep = 8_mm;  // of the exercise books that pupils have
constexpr Length kSquareStep = 5_mm;
constexpr Length kRuleWeight = 0.3_pt;
constexpr Color kRuleColor{150, 150, 150};

// Lines stand below each other, squares in both directions; both fill the text block.
Page make_note_page(const Theme& theme) {
  Page page;
  const Ruling ruling = theme.print.note_pages.ruling;
  if (ruling == Ruling::Blank) return page;
  const bool is_squared = ruling == Ruling::Squares;
  const Length step = is_squared ? kSquareStep : kLineStep;
  const Length whole = theme.text_width();
  const Length width = is_squared ? step * (whole.units() / step.units()) : whole;
  const Length height = step * (theme.text_height().units() / step.units());
  for (Length y = is_squared ? Length() : step; y <= height; y += step) {
    page.items.push_back(rule_item({{Length(), y}, width, kRuleWeight}, kRuleColor));
  }
  for (Length x; is_squared && x <= width; x += step) {
    page.items.push_back(rule_item({{x, Length()}, kRuleWeight, height}, kRuleColor));
  }
  return page;
}

// It has no running head, as an opening.
void append_note_page(PageSet& set, const Theme& theme) {
  MadePage made;
  made.page = make_note_page(theme);
  made.opens = made.is_for_notes = true;
  set.pages.push_back(std::move(made));
}

void append_note_pages(PageSet& set, const Theme& theme) {
  for (int i = 0; i < theme.print.note_pages.count; ++i) append_note_page(set, theme);
}

void face_pages(PageSet& set, const Theme& theme) {
  std::vector<MadePage> pages = std::exchange(set.pages, {});
  for (MadePage& made : pages) {
    set.pages.push_back(std::move(made));
    append_note_page(set, theme);
  }
  for (StructureNode& node : set.structure) node.box_page *= 2;
}

}  // namespace

std::size_t with_note_pages(std::size_t text_pages, const Theme& theme) {
  const NotePages& notes = theme.print.note_pages;
  if (notes.where == Where::Facing) return text_pages * 2;
  if (notes.where == Where::After) return text_pages + static_cast<std::size_t>(notes.count);
  return text_pages;
}

void add_note_pages(PageSet& set, const Theme& theme) {
  const Where where = theme.print.note_pages.where;
  if (where == Where::Facing) face_pages(set, theme);
  if (where == Where::After) append_note_pages(set, theme);
}

void end_with_note_pages(PageSet& set, const Theme& theme) {
  if (theme.print.note_pages.where == Where::End) append_note_pages(set, theme);
}

}  // namespace garland
