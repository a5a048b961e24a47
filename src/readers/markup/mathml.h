// MathML (presentation) as TeX, which formulas are in the tree.
#pragma once

#include <string>

#include "readers/markup/markup.h"

namespace garland {

// Whether a <math> element has its TeX with it, so that its elements are another form of it.
bool has_own_tex(const Markup& math);

// TeX for a <math> element: the annotation that it has, its "alttext", or else made of its
// elements. Empty when it has no words.
std::string tex_of_mathml(const Markup& math);

}  // namespace garland
