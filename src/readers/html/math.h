// The formulas of a page, each once and as TeX: MathML with or without its TeX, what MathJax and
// KaTeX made of it, scripts of the type "math/tex", pictures whose alternative text is the TeX.
#pragma once

#include "document/document.h"
#include "readers/markup/markup.h"

namespace garland::html {

// Puts "x-math" elements (see markup.h) in their places, and takes out the other forms of the same
// formula: `dropped` gets their words, one record for the page. Where a page loads MathJax or
// KaTeX, the TeX between its marks in the text is read too. Cost: linear.
void find_math(Markup& page, Blocks& dropped);

}  // namespace garland::html
