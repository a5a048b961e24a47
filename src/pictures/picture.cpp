#include "pictures/picture.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "pictures/jpeg.h"
#include "pictures/orientation.h"
#include "pictures/png.h"

namespace garland {
namespace {

constexpr std::string_view kSaveAgain = "save it as PNG or JPEG";

// Names the file in what went wrong with it.
Error about(std::string_view path, const Error& error) {
  return {fmt::format("the picture '{}' cannot be used: {}", path, error.message), error.help, {}};
}

Error refusal(PictureKind kind) {
  if (kind == PictureKind::Unknown) {
    return {"it is no picture of a kind that the books can hold", std::string(kSaveAgain), {}};
  }
  std::string_view name = kind == PictureKind::Gif ? "a GIF" : "a WebP";
  if (kind == PictureKind::Svg) name = "an SVG";
  return {fmt::format("it is {} file, which the books cannot hold yet", name),
          std::string(kSaveAgain),
          {}};
}

Status measure_png(Picture& picture) {
  Result<Pixels> pixels = decode_png(*picture.bytes);
  if (!pixels) return pixels.error();
  picture.width_px = pixels->width_px;
  picture.height_px = pixels->height_px;
  picture.pixels_per_inch = png_pixels_per_inch(*picture.bytes);
  return Done{};
}

Status measure_jpeg(Picture& picture) {
  Result<JpegFile> file = check_jpeg(*picture.bytes);
  if (!file) return file.error();
  picture.width_px = file->header.width_px;
  picture.height_px = file->header.height_px;
  if (swaps_sides(file->header.orientation)) std::swap(picture.width_px, picture.height_px);
  picture.pixels_per_inch = file->pixels_per_inch;
  return Done{};
}

Status measure(Picture& picture) {
  switch (picture.kind) {
    case PictureKind::Png:
      return measure_png(picture);
    case PictureKind::Jpeg:
      return measure_jpeg(picture);
    default:
      return refusal(picture.kind);
  }
}

}  // namespace

Result<Picture> load_picture(std::string_view bytes, std::string_view path) {
  Picture picture;
  picture.kind = picture_kind(bytes);
  picture.id = hex(fnv1a(bytes));
  picture.file_name = fmt::format("img-{}.{}", picture.id, suffix(picture.kind));
  picture.path = path;
  picture.bytes = std::make_shared<const std::string>(bytes);
  if (Status measured = measure(picture); !measured) return about(path, measured.error());
  return picture;
}

Result<Pixels> decode_picture(const Picture& picture) {
  switch (picture.kind) {
    case PictureKind::Png:
      return decode_png(*picture.bytes);
    case PictureKind::Jpeg:
      return decode_jpeg(*picture.bytes);
    default:
      return about(picture.path, refusal(picture.kind));
  }
}

}  // namespace garland
