// The marks of the packet's pages in one document of the e-book: where to write the next one while
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

class PageMarks {
 public:
  // Of the pages that begin in a place (book/page_list.h) of the plan's page list.
  PageMarks(const Plan& plan, std::string_view place);

  // Whether a page begins in what has not been written yet.
  bool are_wanted() const { return !due_.empty() || !by_element_.empty(); }
  // A block begins: its words are counted from here. An empty name is of none.
  void enter(std::string_view element);
  // How many bytes of the text that is about to be written stand before a page's first word, or
  // std::string_view::npos where no page begins in it.
  std::size_t next_in(std::string_view text) const;
  // Whether a page begins here, whatever comes.
  bool is_due() const { return !due_.empty() && due_.front().offset <= counted_; }
  // That page's folio; it has its mark then. Requires a next one.
  std::string take();
  // Text of the block that has been written.
  void count(std::string_view text);
  // The folios of all pages that have no mark yet, in their order: those whose words the document
  // has otherwise.
  std::vector<std::string> take_rest();

 private:
  struct Due {
    const PageStart* start;
    std::size_t offset;  // code points from the beginning of the block
  };

  std::map<std::string_view, std::vector<const PageStart*>> by_element_;
  std::deque<Due> due_;  // of the blocks that have begun
  std::size_t counted_ = 0;
};

// The identifier of a page's mark in its document.
std::string page_mark_id(std::string_view folio);

// <span epub:type="pagebreak">: where a page of that folio begins (EPUB Structural Semantics
// Vocabulary 1.1, 2.18).
void write_page_mark(XhtmlPage& page, std::string_view folio);

// The marks of all pages that begin here.
void write_due_page_marks(XhtmlPage& page, PageMarks& marks);

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
