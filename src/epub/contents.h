// The contents as a tree, for the nav and the NCX alike.
#pragma once

#include <string>
#include <vector>

#include "epub/page_facts.h"
#include "epub/plan.h"

namespace garland {

struct ContentsEntry {
  std::string title;
  std::string byline;    // of a work; may be empty
  std::string language;  // where it is not the book's
  bool is_part = false;
  std::string href;   // relative to the package document
  std::string place;  // in the page list; empty for a work's sections
  std::vector<ContentsEntry> children;
};

// Parts, their works, the works' sections (two levels), in the order of the spine. `written` has
// one page a planned page.
std::vector<ContentsEntry> make_contents(const Plan& plan, const std::vector<WrittenPage>& written);

}  // namespace garland
