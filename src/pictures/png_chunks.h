// The chunks of a PNG file (ISO/IEC 15948, clause 11).
#pragma once

#include <string>
#include <string_view>

#include "pictures/exif.h"

namespace garland {

// What the chunks beside the picture say.
struct PngNotes {
  double pixels_per_inch = 0;  // from pHYs; 0: not stated
  Exif exif;                   // from eXIf
  bool has_profile = false;    // iCCP
  bool is_animated = false;    // acTL
};
PngNotes read_png_notes(std::string_view bytes);

enum class PngColors {
  Kept,    // gAMA, cHRM and sRGB stay
  Dropped  // for a file whose profile is taken into account already
};
// The file with what its picture needs and nothing else: texts, times, EXIF, the profile, animation
// and what follows the end go.
std::string strip_png(std::string_view bytes, PngColors colors);

}  // namespace garland
