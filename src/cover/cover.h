// A cover made from the theme when the description gives none: title, subtitle, editors and a
// design of our own, drawn with the glyphs' outlines.
#pragma once

#include "base/result.h"
#include "book/anthology.h"
#include "fonts/fonts.h"
#include "pictures/picture.h"
#include "style/theme.h"

namespace garland {

// A PNG of 1600 by 2400 pixels, and the same as a drawing. Same words and theme, same bytes.
Result<Picture> make_cover(const BookMetadata& metadata, const Words& words, const Theme& theme,
                           FontLibrary& fonts);

}  // namespace garland
