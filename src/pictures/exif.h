// The few EXIF tags that a book needs (EXIF 2.3; TIFF 6.0, section 2).
#pragma once

#include <string_view>

namespace garland {

// What an EXIF segment of a JPEG file begins with.
constexpr std::string_view kExifPrefix("Exif\0\0", 6);

struct Exif {
  int orientation = 1;         // tag 0x0112, 1 to 8; 1 is upright
  double pixels_per_inch = 0;  // tags 0x011A and 0x0128; 0: not stated
};

// Reads the body of a JPEG APP1 marker. What is malformed or no EXIF gives the defaults.
Exif read_exif(std::string_view marker);

}  // namespace garland
