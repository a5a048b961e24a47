// A picture file on its way into the books: decoded, or ready to be stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "pictures/picture.h"

namespace garland {

// What a picture is, as far as its file tells.
enum class PictureNature {
  Drawing,     // of few colours and sharp edges: PNG keeps it
  Photograph,  // packed with loss: JPEG suits it
  Unknown      // what suits it better is tried
};

// What a decoder made of a file.
struct DecodedPicture {
  Pixels pixels;               // sRGB or grey, upright
  double pixels_per_inch = 0;  // 0: not stated
  double screen_scale = 1;     // pixels a CSS pixel
  PictureNature nature = PictureNature::Unknown;
  std::optional<Error> repair;
};

// A PNG or JPEG file as the books hold it, and its size as it is seen.
struct PreparedPicture {
  PictureKind kind = PictureKind::Png;
  std::string bytes;
  int width_px = 0;
  int height_px = 0;
  double pixels_per_inch = 0;
  double screen_scale = 1;
  std::optional<Error> repair;
};

// Scales the picture to at most so many pixels and packs it.
Result<PreparedPicture> pack_picture(DecodedPicture decoded, std::int64_t most_pixels);

// "the JPEG file is damaged: …; the books show what could be read of it".
Error damage(std::string_view file_kind, std::string_view what);
// Of an animation only the first picture is shown.
Error stopped_animation();

}  // namespace garland
