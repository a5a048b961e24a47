// Pictures as slabs: how large they are, side by side or one below the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "layout/galley/setter.h"
#include "pictures/picture.h"

namespace garland {

struct PictureSize {
  Length width, height;
};

// The width that the source asks for, in a column `most_width` wide, else the picture's own; made
// smaller to fit.
PictureSize fit_picture(const Picture& picture, const Image& image, Length most_width,
                        Length most_height);

// The size that a picture among words has: small ones are as high as the line.
PictureSize inline_size(const Setter& setter, const Picture& picture, const Image& image,
                        Length type_size, const Frame& frame);

// Width of a picture by itself, in a column of the frame's width at most.
Length picture_width(const Setter& setter, const Image& image, const Frame& frame);

// Whether a line of words has room for the picture; one that is missing is said in words.
bool stands_in_line(const Setter& setter, const Image& image, const Frame& frame);

// Text for those who do not see the picture; never empty: the image's own, else the caption, else
// words from its file's name.
std::string alternative_of(const Image& image, std::string_view caption);

// A picture as a paragraph has it.
struct PictureUse {
  const Image* image = nullptr;
  const Link* link = nullptr;  // around it, or null
};

// Pictures that stand together.
struct Pictures {
  std::vector<PictureUse> uses;
  Inlines marks;  // of notes: beside the last one
};

// The pictures row by row, as many side by side as fit; for one that is missing the frame that says
// so. What the caption below says is not said twice. Requires at least one.
Slabs picture_rows(Setter& setter, const Pictures& pictures, std::string_view caption,
                   const Frame& frame);

}  // namespace garland
