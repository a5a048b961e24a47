// Pictures and figures.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "layout/galley/setter.h"
#include "pictures/picture.h"

namespace garland {

struct PictureSize {
  Length width, height;
};

// The picture's own size, made smaller (never larger) to fit.
PictureSize fit_picture(const Picture& picture, Length most_width, Length most_height);

// Text for those who do not see the picture; never empty: the image's own, else the caption, else
// words from its file's name.
std::string alternative_of(const Image& image, std::string_view caption);

// The image, when the inlines hold one (in a link perhaps) and nothing else; else null.
const Image* only_image(const Inlines& inlines);

// One picture on its own, or the frame that says why it is missing.
void set_picture(Setter& setter, const Image& image, const Frame& frame);

}  // namespace garland
