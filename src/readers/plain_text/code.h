// Code in a plain text: regions whose lines say by signs that they are no prose, kept verbatim. The
// dialect tells much (html2text sets code in by two columns, lynx sets it at the left edge); in
// other texts the signs of whole runs of lines must agree, or a label ("BASH") or a colon above
// must speak for them. A run with sentences is never code.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/dialect.h"
#include "readers/plain_text/regions.h"

namespace garland::plain {

// Ascending, disjoint. Records each. Cost linear in the text.
std::vector<Region> find_code(const std::vector<TextLine>& lines, const Dialect& dialect,
                              std::vector<Inference>& inferences);

}  // namespace garland::plain
