// Which theme a book is made with.
#pragma once

#include "base/diagnostic.h"
#include "base/result.h"
#include "book/description.h"
#include "compiler/compiler.h"
#include "fonts/fonts.h"
#include "style/theme.h"

namespace garland {

// The theme that the options name, or else the description, with the description's settings of the
// packet; a slip in the description costs the theme alone, not the book. Errors: the theme that the
// options name, or the default one, cannot be read.
Result<Theme> choose_theme(const CompileOptions& options, const Description& description,
                           Diagnostics& diagnostics);

// Reports each family of the theme that the fonts have not, with the nearest that they have; text
// in it is set in their first one.
void report_unknown_families(const Theme& theme, const FontLibrary& fonts,
                             Diagnostics& diagnostics);

}  // namespace garland
