// What headings, links and header cells are called for those who hear the book (WCAG 2.4.4, 2.4.6).
#pragma once

#include <string>

#include "document/document.h"

namespace garland {

// Whether words, a formula or the description of a picture are among these.
bool has_name(const Inlines& inlines);
bool has_name(const Blocks& blocks);

// The words of formulas that stand alone, since programs take no name from MathML; empty where
// other words stand beside them, or nothing does.
std::string formula_name(const Inlines& inlines);
// Of a paragraph alone; empty for anything else.
std::string formula_name(const Blocks& blocks);

}  // namespace garland
