// Where the packet's pages go: to each article, to blank pages, to last pages with a few lines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/anthology.h"
#include "layout/page.h"
#include "style/theme.h"

namespace garland {

// What one article takes, or one of the pages around them.
struct BudgetLine {
  std::string source;  // an article's path; empty for others
  std::string title;   // empty for half title, title page and imprint
  std::string folio;   // of its first page
  std::size_t page_count = 0;
  std::size_t note_page_count = 0;  // of these, pages for notes
  int last_lines = 0;  // on its last page of text, in lines of the body, of all columns
  // By which the book is shorter when the last page's lines are cut; 0 where they are too many, or
  // where a blank page would take their place.
  std::size_t pages_to_save = 0;
};

struct PageBudget {
  std::size_t page_count = 0;
  std::size_t blank_count = 0;
  std::size_t sheet_count = 0;  // of paper, printed on both sides as the sheets' settings say
  int lines_a_page = 0;         // in all columns
  std::vector<BudgetLine> lines;
};

PageBudget budget_of(const Packet& packet, const Anthology& anthology, const Theme& theme);

}  // namespace garland
