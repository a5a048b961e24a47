#include "pictures/png.h"

#include <png.h>

#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "pictures/alpha.h"
#include "pictures/check_size.h"
#include "pictures/color.h"
#include "pictures/orientation.h"
#include "pictures/palette.h"
#include "pictures/png_chunks.h"
#include "pictures/png_indexed.h"

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

// libpng's state for reading what stands before the picture.
class HeaderReader {
 public:
  explicit HeaderReader(std::string_view bytes)
      : rest_(bytes),
        png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, &HeaderReader::fail,
                                    [](png_structp, png_const_charp) {})),
        info_(png_ == nullptr ? nullptr : png_create_info_struct(png_)) {}
  ~HeaderReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  HeaderReader(const HeaderReader&) = delete;
  HeaderReader& operator=(const HeaderReader&) = delete;

  // The profile, where libpng finds it sound; empty otherwise.
  std::string_view profile() {
    if (info_ == nullptr || setjmp(escape_) != 0) return {};
    png_set_read_fn(png_, this, &HeaderReader::read);
    png_read_info(png_, info_);
    png_charp name = nullptr;
    int method = 0;
    png_bytep data = nullptr;
    png_uint_32 size = 0;
    if (png_get_iCCP(png_, info_, &name, &method, &data, &size) == 0) return {};
    return {reinterpret_cast<const char*>(data), size};
  }

 private:
  [[noreturn]] static void fail(png_structp png, png_const_charp /*message*/) {
    longjmp(static_cast<HeaderReader*>(png_get_error_ptr(png))->escape_, 1);
  }
  static void read(png_structp png, png_bytep out, std::size_t count) {
    auto* self = static_cast<HeaderReader*>(png_get_io_ptr(png));
    if (self->rest_.size() < count) png_error(png, "cut short");
    std::memcpy(out, self->rest_.data(), count);
    self->rest_.remove_prefix(count);
  }

  std::string_view rest_;
  std::jmp_buf escape_{};
  png_structp png_;
  png_infop info_;
};

std::string read_profile(std::string_view bytes) {
  HeaderReader reader(bytes);
  return std::string(reader.profile());
}

bool changes_colors(std::string_view profile, int channels) {
  const auto conversion = ColorConversion::make(profile, channels);
  return conversion && conversion->changes_colors();
}

// As decode_png; `warning` is what libpng had to say, empty for a sound file.
Result<Pixels> decode_with_warning(std::string_view bytes, std::string& warning) {
  PngImage image;
  if (!png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size())) {
    return image.error();
  }
  if (Status size = check_picture_size(image->width, image->height, kMaxPicturePixels); !size)
    return size.error();
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
  set_samples(std::move(samples), has_alpha, pixels);
  if (image->warning_or_error != 0) warning = image->message;
  return pixels;
}

Result<std::string> write_png(PngImage& image, const std::vector<std::uint8_t>& samples) {
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(*image.get()), '\0');
  png_alloc_size_t size = bytes.size();
  if (!png_image_write_to_memory(image.get(), bytes.data(), &size, 0, samples.data(), 0, nullptr)) {
    return Error{"cannot write a PNG file: " + std::string(image->message), "", {}};
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace

Result<PreparedPicture> prepare_png(std::string_view bytes, std::int64_t most_pixels) {
  const PngNotes notes = read_png_notes(bytes);
  const std::string profile = notes.has_profile ? read_profile(bytes) : std::string();
  const PngColors colors = profile.empty() ? PngColors::Kept : PngColors::Dropped;
  std::string stripped = strip_png(bytes, colors);
  std::string warning;
  Result<Pixels> pixels = decode_with_warning(stripped, warning);
  if (!pixels) return pixels.error();
  const bool is_large = std::int64_t{pixels->width_px} * pixels->height_px > most_pixels;
  const bool is_colored = changes_colors(profile, pixels->channels);
  std::optional<Error> repair;
  if (notes.is_animated) repair = stopped_animation();
  if (!warning.empty()) repair = damage("PNG", warning);
  if (is_large || is_colored || notes.exif.orientation != 1 || !warning.empty()) {
    convert_to_srgb(*pixels, profile);
    DecodedPicture decoded;
    decoded.pixels = turn_upright(std::move(*pixels), notes.exif.orientation);
    decoded.pixels_per_inch = notes.pixels_per_inch;
    decoded.repair = std::move(repair);
    return pack_picture(std::move(decoded), most_pixels);
  }
  PreparedPicture prepared;
  prepared.bytes = std::move(stripped);
  prepared.width_px = pixels->width_px;
  prepared.height_px = pixels->height_px;
  prepared.pixels_per_inch = notes.pixels_per_inch;
  prepared.repair = std::move(repair);
  return prepared;
}

Result<Pixels> decode_png(std::string_view bytes) {
  std::string warning;
  return decode_with_warning(bytes, warning);
}

Result<std::string> encode_png(const Pixels& pixels) {
  if (Status fits = check_samples(pixels); !fits) return fits.error();
  PngImage image;
  image->width = static_cast<png_uint_32>(pixels.width_px);
  image->height = static_cast<png_uint_32>(pixels.height_px);
  image->format = pixels.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  std::vector<std::uint8_t> interleaved;
  if (!pixels.alpha.empty()) {
    image->format |= PNG_FORMAT_FLAG_ALPHA;
    interleaved = join_alpha(pixels);
  }
  const std::vector<std::uint8_t>& samples = pixels.alpha.empty() ? pixels.samples : interleaved;
  if (pixels.channels == 1) return write_png(image, samples);
  IndexedPixels indexed;
  indexed.width_px = pixels.width_px;
  indexed.height_px = pixels.height_px;
  indexed.channels = pixels.alpha.empty() ? 3 : 4;
  return find_palette(samples, indexed) ? encode_indexed_png(indexed) : write_png(image, samples);
}

}  // namespace garland
