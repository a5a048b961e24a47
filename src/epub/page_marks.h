// The marks of the packet's pages in one document of the e-book: where each stands is found while
// the document's text is written from its beginning to its end.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "epub/plan.h"
#include "epub/xhtml_page.h"

namespace garland {

// Marks stand in the order of the pages, as page lists must (EPUB 3.3, 7.4.2.3): a page whose first
// words stand before those of an earlier page, as in the groups of columns into which a wide table
// is cut, has its mark at that earlier page's.
class PageMarks {
 public:
  // Of the pages that begin in a place (book/page_list.h) of the plan's page list. `page` and
  // `plan` must outlive the marks.
  PageMarks(XhtmlPage& page, const Plan& plan, std::string_view place);

  // The pages, in their order; until finish().
  const std::vector<const PageStart*>& starts() const { return starts_; }
  // Whether a page begins in what has not been written yet.
  bool are_wanted() const { return !due_.empty() || !by_element_.empty(); }
  // A block begins: its words are counted from here. An empty name is of none.
  void enter(std::string_view element);
  // Writes words of the block, and finds the pages that begin in them.
  void write(std::string_view text);
  // Words that cannot be parted, or are shown otherwise: these pages begin before them.
  void pass(std::string_view text);
  // Words that no page begins with.
  void count(std::string_view text);
  // Finds the pages that begin here, whatever comes.
  void find_due();
  // All is written that pages begin in. Gives every page its mark, also those whose words the
  // document has otherwise: they stand with the page that follows.
  void finish();

 private:
  struct Due {
    const PageStart* start;
    std::size_t offset;  // code points from the beginning of the block
  };

  bool is_due() const { return !due_.empty() && due_.front().offset <= counted_; }
  std::size_t next_in(std::string_view text) const;
  void find_next();

  XhtmlPage& page_;
  std::vector<const PageStart*> starts_;  // in the order of their pages
  std::map<std::string_view, std::vector<const PageStart*>> by_element_;
  std::deque<Due> due_;                            // of the blocks that have begun
  std::map<const PageStart*, std::size_t> found_;  // where in the file
  std::size_t counted_ = 0;
};

// The identifier of a page's mark in its document.
std::string page_mark_id(std::string_view folio);

// Where the mark of a page stands.
struct PageTarget {
  std::string folio;
  std::string href;  // relative to the package document
};

// Of all pages that have marks, in the packet's order.
std::vector<PageTarget> page_targets(const Plan& plan);

// The marks of a document whose words are those of one page of the packet.
void write_page_marks(XhtmlPage& page, const Plan& plan, std::string_view place);

}  // namespace garland
