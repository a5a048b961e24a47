#include "compiler/budget.h"

#include <algorithm>

#include "book/works_by_id.h"
#include "pdf/imposition.h"

namespace garland {
namespace {

// An editor can cut so many lines and the article stays the same: a quarter of a page.
constexpr int kPartToCut = 4;

// The pages of the book when one part has so many fewer, blank ones counted.
std::size_t pages_without(const std::vector<BoundPart>& parts, const BoundPart& shorter,
                          std::size_t fewer) {
  std::size_t next = 0;
  for (const BoundPart& part : parts) {
    if (part.opens_on_side && next % 2 != part.first_page % 2) ++next;
    next += part.page_count - (&part == &shorter ? fewer : 0);
  }
  return next;
}

std::size_t pages_to_save(const Packet& packet, const BoundPart& part, int lines_a_page,
                          const Theme& theme) {
  const std::size_t text_pages = part.page_count - part.note_page_count;
  if (part.work.empty() || text_pages < 2 || part.last_lines * kPartToCut > lines_a_page) return 0;
  const bool is_faced = theme.print.note_pages.where == NotePages::Where::Facing;
  return packet.pages.size() - pages_without(packet.parts, part, is_faced ? 2 : 1);
}

}  // namespace

PageBudget budget_of(const Packet& packet, const Anthology& anthology, const Theme& theme) {
  PageBudget budget;
  budget.page_count = packet.pages.size();
  budget.blank_count =
      static_cast<std::size_t>(std::count_if(packet.pages.begin(), packet.pages.end(),
                                             [](const Page& page) { return page.items.empty(); }));
  budget.sheet_count = count_sheets(budget.page_count, theme.print.sheets);
  budget.lines_a_page =
      static_cast<int>(theme.text_height().units() / theme.style(TextRole::Body).leading.units()) *
      theme.page.columns;
  const WorksById works(anthology);
  for (const BoundPart& part : packet.parts) {
    const Work* work = works.find(part.work);
    budget.lines.push_back({work == nullptr ? "" : work->document.path, part.title,
                            packet.pages.at(part.first_page).label, part.page_count,
                            part.note_page_count, part.last_lines,
                            pages_to_save(packet, part, budget.lines_a_page, theme)});
  }
  return budget;
}

}  // namespace garland
