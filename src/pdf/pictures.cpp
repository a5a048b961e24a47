#include "pdf/pictures.h"

#include <fmt/format.h>

#include <set>

#include "pdf/drawings.h"
#include "pdf/predictor.h"
#include "pictures/grey.h"

namespace garland {
namespace {

std::string image_entries(int width_px, int height_px, int channels, std::string_view more) {
  return fmt::format(
      "/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /{} /BitsPerComponent 8{}",
      width_px, height_px, channels == 1 ? "DeviceGray" : "DeviceRGB", more);
}

// Samples with PNG's row filters before Flate (7.4.4.4), which photographs and drawings gain by.
ObjectId add_samples(HaruDocument& document, const std::vector<std::uint8_t>& samples, int width_px,
                     int height_px, int channels, std::string_view more) {
  const std::string parameters = fmt::format(
      "{} /DecodeParms << /Predictor 15 /Colors {} /Columns {} >>", more, channels, width_px);
  return document.add_stream(image_entries(width_px, height_px, channels, parameters),
                             predict_rows(samples, width_px, channels), StreamFilter::Flate);
}

ObjectId add_pixels(HaruDocument& document, const Pixels& pixels) {
  std::string mask;
  if (!pixels.alpha.empty()) {
    const ObjectId alpha =
        add_samples(document, pixels.alpha, pixels.width_px, pixels.height_px, 1, "");
    mask = " /SMask " + reference(alpha);
  }
  return add_samples(document, pixels.samples, pixels.width_px, pixels.height_px, pixels.channels,
                     mask);
}

Result<ObjectId> add_jpeg(HaruDocument& document, const std::string& bytes) {
  Result<JpegHeader> header = read_jpeg_header(bytes);
  if (!header) return header.error();
  return document.add_stream(
      image_entries(header->width_px, header->height_px, header->components, ""), bytes,
      StreamFilter::Dct);
}

Result<ObjectId> add_picture(HaruDocument& document, const Picture& picture, PrintColors colors) {
  if (picture.drawing != nullptr) return add_drawing(document, *picture.drawing, colors);
  if (picture.kind == PictureKind::Jpeg) {
    if (colors == PrintColors::Full) return add_jpeg(document, *picture.bytes);
    const Result<std::string> grey = grey_jpeg(*picture.bytes);
    return grey ? add_jpeg(document, *grey) : Result<ObjectId>(grey.error());
  }
  Result<Pixels> pixels = decode_picture(picture);
  if (!pixels) return pixels.error();
  if (colors == PrintColors::Grey) make_grey(*pixels);
  return add_pixels(document, *pixels);
}

std::set<std::string> shown_pictures(const std::vector<Page>& pages) {
  std::set<std::string> shown;
  for (const Page& page : pages) {
    for (const PageItem& item : page.items) {
      if (const auto* placed = std::get_if<PlacedPicture>(&item.content)) {
        shown.insert(placed->picture);
      }
    }
  }
  return shown;
}

}  // namespace

Result<EmbeddedPictures> embed_pictures(HaruDocument& document, const std::vector<Page>& pages,
                                        const std::vector<Picture>& pictures, PrintColors colors) {
  EmbeddedPictures embedded;
  const std::set<std::string> shown = shown_pictures(pages);
  for (const Picture& picture : pictures) {
    if (!shown.contains(picture.id) || embedded.contains(picture.id)) continue;
    const Result<ObjectId> object = add_picture(document, picture, colors);
    if (!object) return object.error();
    embedded.emplace(picture.id, EmbeddedPicture{*object, fmt::format("I{}", embedded.size() + 1)});
  }
  return embedded;
}

}  // namespace garland
