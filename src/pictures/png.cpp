#include "pictures/png.h"

#include <png.h>

#include <cstddef>
#include <cstdint>

#include "pictures/check_size.h"

namespace garland {
namespace {

// A png_image that is freed however the function ends.
class PngImage {
 public:
  PngImage() { image_.version = PNG_IMAGE_VERSION; }
  ~PngImage() { png_image_free(&image_); }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;

  png_image* get() { return &image_; }
  png_image* operator->() { return &image_; }
  Error error() const {
    return {"the PNG file is broken: " + std::string(image_.message),
            "open it in a picture editor and save it again",
            {}};
  }

 private:
  png_image image_{};
};

// Parts the last of `channels` interleaved channels, alpha, from the others.
void split_alpha(const std::vector<std::uint8_t>& interleaved, Pixels& pixels) {
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::size_t pixel_count = interleaved.size() / (channels + 1);
  pixels.samples.reserve(pixel_count * channels);
  pixels.alpha.reserve(pixel_count);
  bool is_opaque = true;
  for (std::size_t at = 0; at < interleaved.size(); at += channels + 1) {
    for (std::size_t c = 0; c < channels; ++c) pixels.samples.push_back(interleaved[at + c]);
    pixels.alpha.push_back(interleaved[at + channels]);
    is_opaque = is_opaque && pixels.alpha.back() == 255;
  }
  if (is_opaque) pixels.alpha = {};
}

std::vector<std::uint8_t> join_alpha(const Pixels& pixels) {
  const auto channels = static_cast<std::size_t>(pixels.channels);
  std::vector<std::uint8_t> interleaved;
  interleaved.reserve(pixels.samples.size() + pixels.alpha.size());
  for (std::size_t i = 0; i < pixels.alpha.size(); ++i) {
    for (std::size_t c = 0; c < channels; ++c) {
      interleaved.push_back(pixels.samples[i * channels + c]);
    }
    interleaved.push_back(pixels.alpha[i]);
  }
  return interleaved;
}

std::uint32_t big_endian(std::string_view bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  }
  return value;
}

Status check_samples(const Pixels& pixels) {
  const std::size_t pixel_count =
      static_cast<std::size_t>(pixels.width_px) * static_cast<std::size_t>(pixels.height_px);
  const bool fits =
      (pixels.channels == 1 || pixels.channels == 3) &&
      pixels.samples.size() == pixel_count * static_cast<std::size_t>(pixels.channels) &&
      (pixels.alpha.empty() || pixels.alpha.size() == pixel_count);
  if (!fits) return Error{"the samples of a picture do not fit its size", "", {}};
  return Done{};
}

}  // namespace

Result<Pixels> decode_png(std::string_view bytes) {
  PngImage image;
  if (!png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size())) {
    return image.error();
  }
  if (Status size = check_picture_size(image->width, image->height); !size) return size.error();
  // Without this flag libpng takes 16-bit samples without a gamma to be linear light.
  image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  image->format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
  Pixels pixels;
  pixels.width_px = static_cast<int>(image->width);
  pixels.height_px = static_cast<int>(image->height);
  pixels.channels = (image->format & PNG_FORMAT_FLAG_COLOR) != 0 ? 3 : 1;
  const bool has_alpha = (image->format & PNG_FORMAT_FLAG_ALPHA) != 0;
  std::vector<std::uint8_t> samples(PNG_IMAGE_SIZE(*image.get()));
  if (!png_image_finish_read(image.get(), nullptr, samples.data(), 0, nullptr)) {
    return image.error();
  }
  if (has_alpha) {
    split_alpha(samples, pixels);
  } else {
    pixels.samples = std::move(samples);
  }
  return pixels;
}

double png_pixels_per_inch(std::string_view bytes) {
  constexpr std::size_t kSignatureSize = 8;
  constexpr std::size_t kChunkFrame = 12;  // length, type, checksum
  constexpr double kMetresPerInch = 0.0254;
  std::size_t at = kSignatureSize;
  while (at < bytes.size() && bytes.size() - at >= kChunkFrame) {
    const std::size_t length = big_endian(bytes, at);
    if (bytes.size() - at - kChunkFrame < length) return 0;
    const std::string_view type = bytes.substr(at + 4, 4);
    if (type == "IDAT") return 0;
    const bool is_in_metres = type == "pHYs" && length == 9 && bytes[at + 16] == 1;
    if (is_in_metres) return big_endian(bytes, at + 8) * kMetresPerInch;
    at += kChunkFrame + length;
  }
  return 0;
}

Result<std::string> encode_png(const Pixels& pixels) {
  if (Status fits = check_samples(pixels); !fits) return fits.error();
  PngImage image;
  image->width = static_cast<png_uint_32>(pixels.width_px);
  image->height = static_cast<png_uint_32>(pixels.height_px);
  // What we draw is flat colour: without filters it packs as small, in a third of the time.
  image->flags = PNG_IMAGE_FLAG_FAST;
  image->format = pixels.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  std::vector<std::uint8_t> interleaved;
  if (!pixels.alpha.empty()) {
    image->format |= PNG_FORMAT_FLAG_ALPHA;
    interleaved = join_alpha(pixels);
  }
  const std::uint8_t* samples = interleaved.empty() ? pixels.samples.data() : interleaved.data();
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(*image.get()), '\0');
  png_alloc_size_t size = bytes.size();
  if (!png_image_write_to_memory(image.get(), bytes.data(), &size, 0, samples, 0, nullptr)) {
    return Error{"cannot write a PNG file: " + std::string(image->message), "", {}};
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace garland
