// The faces that an e-book carries, where its style asks for it: those of the style's families, cut
// to the characters that stand in the book. As OpenType files: not all reading systems take WOFF2
// (Kobo's do not), and deflated they are hardly larger.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "epub/epub.h"
#include "fonts/fonts.h"
#include "style/theme.h"

namespace garland {

// Regular first in each family. A family's faces are as the style needs them; of the body's all,
// for any text may have words that are bold or italic. Reported: faces that may not be embedded.
std::vector<EmbeddedFont> embed_fonts(const Theme& theme, FontLibrary& fonts,
                                      const UsedCharacters& used, Diagnostics& diagnostics);

}  // namespace garland
