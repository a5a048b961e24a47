// Formulas as MathML 3 (presentation), which reading systems set and read aloud.
#pragma once

#include <string_view>

#include "base/xml.h"
#include "document/math.h"

namespace garland {

// The math element of a formula. `tex` is its text for systems that set no MathML; a display
// stands on a line by itself.
void write_mathml(XmlWriter& xml, const MathNode& formula, std::string_view tex, bool is_display);

}  // namespace garland
