// Texts in the tree of Markdown that are taken apart once it is made.
#pragma once

#include <functional>

#include "readers/markup/markup.h"

namespace garland {

// Code and formulas: what stands in them is as it is written.
bool is_verbatim(const Markup& node);

// Puts what `parts_of` makes of a text in its place, wherever one stands that is not verbatim;
// where it makes nothing, the text stays. Recurses to the tree's depth. Linear, as far as
// `parts_of` is.
void part_texts(MarkupList& nodes, const std::function<MarkupList(const Markup&)>& parts_of);

}  // namespace garland
