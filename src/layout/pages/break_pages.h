// The best places to end the columns and pages of a galley: the sequence whose costs are least,
// over all of them at once, as Knuth and Plass (1981) do for the lines of a paragraph. Columns that
// are seen side by side, on a page or on two that face each other, end on one line where the text
// allows it.
#pragma once

#include <vector>

#include "layout/pages/fill_column.h"

namespace garland {

enum class Side { Verso, Recto };

struct ChosenColumn {
  ColumnStart start;
  ColumnEnd end;
  PageRoom room;  // to fill it with; higher than the others' where the page is a long one
};

// The columns of a galley in order; a page begins where `start.column` is 0, and may have fewer
// columns than the others when it is the last. None for an empty galley.
struct PageBreaks {
  // For either side that the first page may come to stand on: how many pages there are may depend
  // on it, and so the side of what follows.
  std::vector<ChosenColumn> if_recto;
  std::vector<ChosenColumn> if_verso;  // none where pages do not face each other

  const std::vector<ChosenColumn>& columns(Side first) const {
    return first == Side::Verso && !if_verso.empty() ? if_verso : if_recto;
  }
  std::size_t page_count(Side first) const;
};

// Cost: linear in the galley for a given page height.
PageBreaks break_pages(const Galley& galley, const PageRoom& room);

}  // namespace garland
