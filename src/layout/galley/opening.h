// How the first paragraph of an article opens, where the theme asks for it: its first words in
// small capitals, its first letter as high as some lines, which stand beside it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/galley/inlines.h"
#include "layout/galley/setter.h"
#include "layout/paragraph/paragraph.h"
#include "style/theme.h"

namespace garland {

struct DropCapital {
  // The letter and the marks before it, from the left end of the first line's baseline.
  std::vector<PageItem> items;
  // In lines: its foot stands on the baseline of the last of these. 0: there is none.
  std::size_t height = 0;
};

// Sets the first words in small capitals: as many as make the beginning of a line, or the first
// phrase, if they are in one style, in a script that has capitals and in a face with small ones.
void open_with_small_capitals(BuiltText& built, const ParagraphShape& shape, FontLibrary& fonts);

// Makes the first letter of a text a drop capital: gives it, and gives the shape the lines that
// stand beside it and begin behind it. The word it belongs to becomes one Span below `structure`
// that says it whole. Nothing, and nothing is changed, where the text begins with no letter for it.
std::optional<DropCapital> take_drop_capital(Setter& setter, BuiltText& built,
                                             const TextStyle& style, ParagraphShape& shape);

}  // namespace garland
