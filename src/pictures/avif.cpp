#include "pictures/avif.h"

#include <avif/avif.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pictures/alpha.h"
#include "pictures/check_size.h"
#include "pictures/color.h"
#include "pictures/orientation.h"

namespace garland {
namespace {

using Decoder = std::unique_ptr<avifDecoder, decltype(&avifDecoderDestroy)>;

const std::uint8_t* octets(std::string_view bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

Error broken_avif(avifResult result) {
  return {std::string("the AVIF file is broken: ") + avifResultToString(result),
          "open it in a picture editor and save it again",
          {}};
}

// EXIF says nothing of how an AVIF file is seen: the boxes "irot" and "imir" do.
Decoder make_decoder() {
  Decoder decoder(avifDecoderCreate(), &avifDecoderDestroy);
  decoder->maxThreads = 1;
  decoder->ignoreExif = AVIF_TRUE;
  decoder->ignoreXMP = AVIF_TRUE;
  decoder->imageSizeLimit = static_cast<std::uint32_t>(kMaxPicturePixels);
  decoder->imageDimensionLimit = static_cast<std::uint32_t>(kMaxPictureSide);
  decoder->strictFlags = AVIF_STRICT_DISABLED;  // files of older programs lack what is now asked
  return decoder;
}

// EXIF's value for what the boxes ask: first quarter turns to the left, then the mirror.
int orientation_of(const avifImage& image) {
  constexpr int kTurned[4] = {1, 8, 3, 6};
  constexpr int kThenTopToBottom[4] = {4, 5, 2, 7};
  constexpr int kThenLeftToRight[4] = {2, 7, 4, 5};
  const bool is_turned = (image.transformFlags & AVIF_TRANSFORM_IROT) != 0;
  const std::size_t quarters = is_turned ? image.irot.angle & 3U : 0U;
  if ((image.transformFlags & AVIF_TRANSFORM_IMIR) == 0) return kTurned[quarters];
  return image.imir.mode == 0 ? kThenTopToBottom[quarters] : kThenLeftToRight[quarters];
}

// The part of the picture that is to be seen (box "clap"): all of it where that is malformed.
avifCropRect seen_part(const avifImage& image) {
  const avifCropRect whole{0, 0, image.width, image.height};
  if ((image.transformFlags & AVIF_TRANSFORM_CLAP) == 0) return whole;
  avifDiagnostics diagnostics{};
  avifCropRect part{};
  const avifBool is_sound = avifCropRectConvertCleanApertureBox(
      &part, &image.clap, image.width, image.height, image.yuvFormat, &diagnostics);
  return is_sound != AVIF_FALSE ? part : whole;
}

Result<Pixels> pixels_of(const avifImage& image) {
  const std::unique_ptr<avifImage, decltype(&avifImageDestroy)> seen(avifImageCreateEmpty(),
                                                                     &avifImageDestroy);
  const avifCropRect part = seen_part(image);
  avifResult result = avifImageSetViewRect(seen.get(), &image, &part);
  if (result != AVIF_RESULT_OK) return broken_avif(result);
  avifRGBImage rgb{};
  avifRGBImageSetDefaults(&rgb, seen.get());
  const bool has_alpha = image.alphaPlane != nullptr;
  const std::uint32_t channels = has_alpha ? 4 : 3;
  rgb.depth = 8;
  rgb.format = has_alpha ? AVIF_RGB_FORMAT_RGBA : AVIF_RGB_FORMAT_RGB;
  rgb.rowBytes = rgb.width * channels;
  std::vector<std::uint8_t> samples(std::size_t{rgb.rowBytes} * rgb.height);
  rgb.pixels = samples.data();
  result = avifImageYUVToRGB(seen.get(), &rgb);
  if (result != AVIF_RESULT_OK) return broken_avif(result);
  Pixels pixels{static_cast<int>(rgb.width), static_cast<int>(rgb.height), 3, {}, {}};
  set_samples(std::move(samples), has_alpha, pixels);
  return pixels;
}

}  // namespace

bool is_avif(std::string_view bytes) {
  const avifROData data{octets(bytes), bytes.size()};
  return avifPeekCompatibleFileType(&data) != AVIF_FALSE;
}

Result<PreparedPicture> prepare_avif(std::string_view bytes, std::int64_t most_pixels) {
  const Decoder decoder = make_decoder();
  avifDecoderSetIOMemory(decoder.get(), octets(bytes), bytes.size());
  avifResult result = avifDecoderParse(decoder.get());
  if (result != AVIF_RESULT_OK) return broken_avif(result);
  const avifImage& image = *decoder->image;
  if (Status size = check_picture_size(image.width, image.height, kMaxPicturePixels); !size) {
    return size.error();
  }
  result = avifDecoderNextImage(decoder.get());
  if (result != AVIF_RESULT_OK) return broken_avif(result);
  Result<Pixels> pixels = pixels_of(image);
  if (!pixels) return pixels.error();
  convert_to_srgb(*pixels, {reinterpret_cast<const char*>(image.icc.data), image.icc.size});
  DecodedPicture decoded;
  decoded.pixels = turn_upright(std::move(*pixels), orientation_of(image));
  decoded.nature = PictureNature::Photograph;
  if (decoder->imageCount > 1) decoded.repair = stopped_animation();
  return pack_picture(std::move(decoded), most_pixels);
}

}  // namespace garland
