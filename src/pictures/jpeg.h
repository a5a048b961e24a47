// JPEG files (ITU-T T.81) by libjpeg-turbo.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "pictures/picture.h"
#include "pictures/prepared.h"

namespace garland {

// Finds out whether the file decodes, in little memory. A sound one stays as it is, without its
// metadata; one that is damaged, turned, of another colour model than grey or sRGB, or larger than
// the books show is decoded and packed anew. Errors: broken, too large, of unknown colours.
Result<PreparedPicture> prepare_jpeg(std::string_view bytes, std::int64_t most_pixels);

// Grey or sRGB pixels, turned upright; of a file with more than kMaxPicturePixels, fewer.
Result<Pixels> decode_jpeg(std::string_view bytes);

// A JPEG file of opaque pixels, of a quality at which the loss is not seen.
Result<std::string> encode_jpeg(const Pixels& pixels);

}  // namespace garland
