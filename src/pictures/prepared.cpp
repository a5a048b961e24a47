#include "pictures/prepared.h"

#include <fmt/format.h>

#include <utility>

#include "pictures/jpeg.h"
#include "pictures/png.h"
#include "pictures/scale.h"

namespace garland {

Result<PreparedPicture> pack_picture(DecodedPicture decoded) {
  const int width_before = decoded.pixels.width_px;
  const Pixels pixels = scale_down(std::move(decoded.pixels), kMostShownPixels);
  PreparedPicture prepared;
  const bool is_jpeg = decoded.is_photograph && pixels.alpha.empty();
  Result<std::string> bytes = is_jpeg ? encode_jpeg(pixels) : encode_png(pixels, PngPacking::Small);
  if (!bytes) return bytes.error();
  prepared.kind = is_jpeg ? PictureKind::Jpeg : PictureKind::Png;
  prepared.bytes = std::move(*bytes);
  prepared.width_px = pixels.width_px;
  prepared.height_px = pixels.height_px;
  prepared.pixels_per_inch = decoded.pixels_per_inch * pixels.width_px / width_before;
  prepared.screen_scale = decoded.screen_scale;
  prepared.repair = std::move(decoded.repair);
  return prepared;
}

Error damage(std::string_view file_kind, std::string_view what) {
  return {fmt::format("the {} file is damaged: {}; the books show what could be read of it",
                      file_kind, what),
          "put a whole copy of it in its place",
          {}};
}

Error stopped_animation() {
  return {"it moves, and the books show its first picture alone",
          "put a still picture in its place where another moment tells more",
          {}};
}

}  // namespace garland
