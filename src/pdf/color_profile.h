// The colours that numbers in the file mean: sRGB, as an ICC profile by lcms2.
#pragma once

#include <string>

#include "base/result.h"

namespace garland {

// The profile's bytes (ICC.1:2001-04, version 2.1), the same on every call. Errors: lcms2 failed.
Result<std::string> make_srgb_profile();

}  // namespace garland
