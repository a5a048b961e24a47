// The segments of a JPEG file (ITU-T T.81, annex B).
#pragma once

#include <string>
#include <string_view>

namespace garland {

// The file with what decoding needs and nothing else: the application segments of JFIF (without its
// thumbnail) and Adobe stay, other application segments, comments and what follows the end of the
// image go. Requires a file that decodes.
std::string strip_jpeg(std::string_view bytes);

}  // namespace garland
