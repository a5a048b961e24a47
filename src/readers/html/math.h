// The formulas of a page, each once and as TeX: MathML with or without its TeX, what MathJax and
// KaTeX made of it, scripts of the type "math/tex", pictures whose alternative text is the TeX.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "readers/markup/markup.h"

namespace garland::html {

// Puts "x-math" elements (see markup.h) in their places, and takes out the other forms of the same
// formula: `dropped` gets their words, one record for the page. Where a page loads MathJax or
// KaTeX, the TeX between its marks in the text is read too. Cost: linear.
void find_math(Markup& page, Blocks& dropped);

// Whether a <math> element has its TeX with it, so that its elements are another form of it.
bool has_own_tex(const Markup& math);

// TeX for a <math> element: the annotation that it has, its "alttext", or else made of its
// elements. Empty when it has no words.
std::string tex_of_mathml(const Markup& math);

}  // namespace garland::html
