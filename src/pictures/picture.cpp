#include "pictures/picture.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "pictures/avif.h"
#include "pictures/bmp.h"
#include "pictures/gif.h"
#include "pictures/jpeg.h"
#include "pictures/png.h"
#include "pictures/png_indexed.h"
#include "pictures/svg.h"
#include "pictures/tiff.h"
#include "pictures/webp.h"

namespace garland {
namespace {

Error unknown_kind() {
  return {"it is no picture of a kind that the books can hold", "save it as PNG or JPEG", {}};
}

// Names the file in what is wrong with it.
Error about(std::string_view path, std::string_view verdict, const Error& error) {
  return {fmt::format("the picture '{}' {}: {}", path, verdict, error.message), error.help, {}};
}

Result<PreparedPicture> prepare(std::string_view bytes, std::int64_t most_pixels) {
  switch (picture_kind(bytes)) {
    case PictureKind::Png:
      return prepare_png(bytes, most_pixels);
    case PictureKind::Jpeg:
      return prepare_jpeg(bytes, most_pixels);
    case PictureKind::Gif:
      return prepare_gif(bytes, most_pixels);
    case PictureKind::Webp:
      return prepare_webp(bytes, most_pixels);
    case PictureKind::Avif:
      return prepare_avif(bytes, most_pixels);
    case PictureKind::Tiff:
      return prepare_tiff(bytes, most_pixels);
    case PictureKind::Bmp:
      return prepare_bmp(bytes, most_pixels);
    case PictureKind::Svg:
      return prepare_svg(bytes, most_pixels);
    case PictureKind::Unknown:
      break;
  }
  return unknown_kind();
}

// The picture under the name that its content gives it.
Picture named(PreparedPicture prepared, std::string_view path) {
  Picture picture;
  picture.kind = prepared.kind;
  picture.id = hex(fnv1a(prepared.bytes));
  picture.file_name = fmt::format("img-{}.{}", picture.id, suffix(picture.kind));
  picture.path = path;
  picture.width_px = prepared.width_px;
  picture.height_px = prepared.height_px;
  picture.pixels_per_inch = prepared.pixels_per_inch;
  picture.screen_scale = prepared.screen_scale;
  picture.bytes = std::make_shared<const std::string>(std::move(prepared.bytes));
  if (prepared.repair) picture.repair = about(path, "is not shown as it is", *prepared.repair);
  return picture;
}

}  // namespace

Result<Picture> load_picture(std::string_view bytes, std::string_view path,
                             std::int64_t most_pixels) {
  Result<PreparedPicture> prepared = prepare(bytes, most_pixels);
  if (!prepared) return about(path, "cannot be used", prepared.error());
  return named(std::move(*prepared), path);
}

Picture make_picture(const IndexedPixels& pixels, std::string_view path) {
  PreparedPicture prepared;
  prepared.bytes = encode_indexed_png(pixels);
  prepared.width_px = pixels.width_px;
  prepared.height_px = pixels.height_px;
  return named(std::move(prepared), path);
}

Result<Pixels> decode_picture(const Picture& picture) {
  switch (picture.kind) {
    case PictureKind::Png:
      return decode_png(*picture.bytes);
    case PictureKind::Jpeg:
      return decode_jpeg(*picture.bytes);
    default:
      return about(picture.path, "cannot be used", unknown_kind());
  }
}

}  // namespace garland
