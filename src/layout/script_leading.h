// The leading that a script asks for. A theme's is chosen for Latin letters; most other scripts
// stack marks above and below their letters, or fill the em with every sign.
#pragma once

#include <optional>
#include <string_view>

#include "fonts/fonts.h"
#include "style/theme.h"

namespace garland {

// The theme for an article in a language (BCP 47): where the face of its script needs more leading
// than the body has, that of all roles but code grows by one factor, and so does the white between
// blocks, so that the text block, whose size stays, holds whole lines again. Nothing where the
// theme is right as it is.
std::optional<Theme> with_script_leading(const Theme& theme, std::string_view language,
                                         FontLibrary& fonts);

}  // namespace garland
