// JPEG files (ITU-T T.81) to pixels, by libjpeg-turbo.
#pragma once

#include <string_view>

#include "base/result.h"
#include "pictures/picture.h"

namespace garland {

// The header, and the resolution from JFIF or EXIF (0: not stated).
struct JpegFile {
  JpegHeader header;
  double pixels_per_inch = 0;
};

// Decodes the whole file into nothing: finds out that it can be decoded, in little memory.
// Errors: broken, cut short, too large, or of a colour model that is not grey, RGB or CMYK.
Result<JpegFile> check_jpeg(std::string_view bytes);

// Grey or RGB pixels, turned upright. CMYK becomes RGB without colour management.
Result<Pixels> decode_jpeg(std::string_view bytes);

}  // namespace garland
