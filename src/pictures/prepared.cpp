#include "pictures/prepared.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

#include "pictures/grey.h"
#include "pictures/jpeg.h"
#include "pictures/png.h"
#include "pictures/scale.h"

namespace garland {

namespace {

// A PNG file so small is kept whatever JPEG would make of it.
constexpr std::size_t kSmallPng = 64 << 10;  // bytes
// What PNG packs so many times larger than JPEG is a photograph; drawings it packs smaller.
constexpr std::size_t kPhotographRatio = 3;

Result<PreparedPicture> packed_as_jpeg(const Pixels& pixels) {
  Result<std::string> bytes = encode_jpeg(pixels);
  if (!bytes) return bytes.error();
  PreparedPicture prepared;
  prepared.kind = PictureKind::Jpeg;
  prepared.bytes = std::move(*bytes);
  return prepared;
}

Result<PreparedPicture> packed_as_png(const Pixels& pixels) {
  Result<std::string> bytes = encode_png(pixels);
  if (!bytes) return bytes.error();
  PreparedPicture prepared;
  prepared.bytes = std::move(*bytes);
  return prepared;
}

Result<PreparedPicture> pack(const Pixels& pixels, PictureNature nature) {
  if (!pixels.alpha.empty()) return packed_as_png(pixels);
  if (nature == PictureNature::Photograph) return packed_as_jpeg(pixels);
  Result<PreparedPicture> png = packed_as_png(pixels);
  if (!png || nature == PictureNature::Drawing || png->bytes.size() <= kSmallPng) return png;
  Result<PreparedPicture> jpeg = packed_as_jpeg(pixels);
  return jpeg && jpeg->bytes.size() * kPhotographRatio < png->bytes.size() ? jpeg : png;
}

}  // namespace

Result<PreparedPicture> pack_picture(DecodedPicture decoded, std::int64_t most_pixels) {
  const int width_before = decoded.pixels.width_px;
  Pixels pixels = scale_down(std::move(decoded.pixels), most_pixels);
  drop_equal_channels(pixels);
  Result<PreparedPicture> packed = pack(pixels, decoded.nature);
  if (!packed) return packed;
  PreparedPicture& prepared = *packed;
  prepared.width_px = pixels.width_px;
  prepared.height_px = pixels.height_px;
  prepared.pixels_per_inch = decoded.pixels_per_inch * pixels.width_px / width_before;
  prepared.screen_scale = decoded.screen_scale;
  prepared.repair = std::move(decoded.repair);
  return packed;
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
