// How wide a source asks a picture to be.
#pragma once

#include <string>

#include "readers/markup/markup.h"

namespace garland {

// The width that an <img> or an attribute list names, as Image::width has it: "62.5%" or "225pt".
// `style="width: …"` goes before `width="…"`; a bare number and "px" are CSS pixels (3/4 point),
// and an em is 12 points. Shares above 100% are 100%. Empty for anything that is no such length,
// and for none.
std::string picture_width(const Markup& image);

}  // namespace garland
