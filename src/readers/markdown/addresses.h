// Bare addresses that GitHub's extension made links of where CommonMark has refused a link.
#pragma once

#include "readers/markup/markup.h"

namespace garland {

// "<https://example.org/a b>" and "< https://example.org >" are no autolinks (CommonMark
// 0.31, 6.5): the address between such brackets is words. Takes the children of one element.
void undo_refused_addresses(MarkupList& inlines);

}  // namespace garland
