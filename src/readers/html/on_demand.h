// What a page hides until its readers ask for it, and is the article's all the same: notes that
// their marks show, answers and sections that are folded away under a heading or a button.
#pragma once

#include <set>
#include <string>

#include "readers/markup/markup.h"

namespace garland::html {

class OnDemand {
 public:
  // Collects what the page's buttons and marks lead to. Cost: linear in the page.
  explicit OnDemand(const Markup& page);

  // A heading with a button in it gets the button's part: tidying unwraps what is in a heading.
  static void mark_unfolding(Markup& heading);

  // Whether the hidden element holds sentences that something visible unfolds: a control that names
  // it, or a button, or heading with one, right before it; or is called what folds. `before` is
  // what stands before it in its parent.
  bool is_unfolded(const Markup& hidden, const MarkupList& before) const;

  // Where a note's mark stands right before the hidden element, makes a side note (note_marks.h) of
  // it, in the mark's place, and gives true.
  static bool make_side_note(Markup& hidden, MarkupList& before);

  // Makes a side note of a mark that shows its note's words when it is pointed at ("title").
  static void open_titled_mark(Markup& mark, const Markup& parent);

 private:
  void collect(const Markup& node);

  std::set<std::string, std::less<>> controlled_;  // identifiers that controls name
};

}  // namespace garland::html
