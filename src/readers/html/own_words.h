// Whether an element that the page names after a part of the site ("related", "widget", "share")
// holds words of the article all the same: a name counts only as far as the words inside agree.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/html/page.h"

namespace garland::html {

class OwnWords {
 public:
  // `prose` is how many bytes of the page's prose may be an article's. Cost: linear in the page.
  OwnWords(const PageMap& page, double prose);

  // Whether the element, which has that part's name, is running text within the article: sentences
  // with neither links nor buttons, and none that only a site says. What may be readers' comments
  // or the page's foot must have more of the article behind it, or all of it around. Cost: the
  // size of the element.
  bool may_belong(std::size_t index, PagePart part) const;

  // Whether the page is put together of widgets, its article, too: then they are no boxes beside
  // it.
  bool is_made_of_widgets() const { return is_made_of_widgets_; }

 private:
  bool is_running_text(std::size_t index) const;
  bool has_comment_marks(std::size_t index) const;

  const PageMap& page_;
  std::vector<bool> is_in_article_;          // within an <article> or its text that holds the prose
  std::vector<std::size_t> last_paragraph_;  // by parent: its last child of plain prose; 0: none
  bool is_made_of_widgets_ = false;
};

}  // namespace garland::html
