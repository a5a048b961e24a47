#include "pictures/tiff.h"

#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pictures/alpha.h"
#include "pictures/check_size.h"
#include "pictures/color.h"
#include "pictures/orientation.h"

namespace garland {
namespace {

// What libtiff may ask for at once: a strip or a tile.
constexpr tmsize_t kLargestPiece = tmsize_t{kMaxPicturePixels} * 4;

// A file in memory as libtiff reads it, with the first error that it finds.
class TiffReader {
 public:
  explicit TiffReader(std::string_view bytes) : bytes_(bytes) {
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(
        TIFFOpenOptionsAlloc(), &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), kLargestPiece);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), &TiffReader::note_error, this);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), &TiffReader::pass_over_warning, nullptr);
    tiff_ = TIFFClientOpenExt("", "rm", this, &TiffReader::read, &TiffReader::refuse_to_write,
                              &TiffReader::seek, &TiffReader::close, &TiffReader::size, nullptr,
                              nullptr, options.get());
  }
  ~TiffReader() {
    if (tiff_ != nullptr) TIFFClose(tiff_);
  }
  TiffReader(const TiffReader&) = delete;
  TiffReader& operator=(const TiffReader&) = delete;

  // Null where the file does not even begin soundly.
  TIFF* get() const { return tiff_; }
  // Empty where libtiff found nothing wrong.
  const std::string& error() const { return error_; }

  // The tag's value, or the one that it has when it is not stated.
  template <typename Number>
  Number value(std::uint32_t tag, Number otherwise) const {
    Number found = otherwise;
    return TIFFGetFieldDefaulted(tiff_, tag, &found) == 1 ? found : otherwise;
  }

 private:
  static TiffReader& self(thandle_t handle) { return *static_cast<TiffReader*>(handle); }

  static tmsize_t read(thandle_t handle, void* out, tmsize_t count) {
    TiffReader& file = self(handle);
    if (count <= 0 || file.at_ >= file.bytes_.size()) return 0;
    const std::size_t taken =
        std::min(static_cast<std::size_t>(count), file.bytes_.size() - file.at_);
    std::memcpy(out, file.bytes_.data() + file.at_, taken);
    file.at_ += taken;
    return static_cast<tmsize_t>(taken);
  }
  static tmsize_t refuse_to_write(thandle_t /*handle*/, void* /*bytes*/, tmsize_t /*count*/) {
    return 0;
  }
  static toff_t seek(thandle_t handle, toff_t offset, int from) {
    TiffReader& file = self(handle);
    if (from == SEEK_CUR) offset += file.at_;
    if (from == SEEK_END) offset += file.bytes_.size();
    file.at_ = offset;
    return offset;
  }
  static int close(thandle_t /*handle*/) { return 0; }
  static toff_t size(thandle_t handle) { return self(handle).bytes_.size(); }

  static int note_error(TIFF* /*tiff*/, void* user, const char* /*module*/, const char* format,
                        va_list arguments) {
    std::string& error = static_cast<TiffReader*>(user)->error_;
    if (!error.empty()) return 1;
    std::array<char, 200> words{};
    std::vsnprintf(words.data(), words.size(), format, arguments);
    error = words.data();
    return 1;
  }
  static int pass_over_warning(TIFF* /*tiff*/, void* /*user*/, const char* /*module*/,
                               const char* /*format*/, va_list /*arguments*/) {
    return 1;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string error_;
  TIFF* tiff_ = nullptr;
};

Error broken_tiff(const std::string& message) {
  return {
      "the TIFF file is broken: " + message, "open it in a picture editor and save it again", {}};
}

double pixels_per_inch(const TiffReader& file) {
  const double stated = file.value(TIFFTAG_XRESOLUTION, 0.0F);
  switch (file.value<std::uint16_t>(TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH)) {
    case RESUNIT_INCH:
      return stated;
    case RESUNIT_CENTIMETER:
      return stated * 2.54;
    default:
      return 0;
  }
}

std::string_view profile_of(const TiffReader& file) {
  std::uint32_t size = 0;
  const void* data = nullptr;
  if (TIFFGetField(file.get(), TIFFTAG_ICCPROFILE, &size, &data) != 1) return {};
  return {static_cast<const char*>(data), size};
}

// Whether pages come after this one that are not the same picture made smaller.
bool has_more_pages(const TiffReader& file) {
  constexpr int kMostSkipped = 16;
  for (int i = 0; i < kMostSkipped && TIFFReadDirectory(file.get()) == 1; ++i) {
    constexpr std::uint32_t kSamePicture = FILETYPE_REDUCEDIMAGE | FILETYPE_MASK;
    if ((file.value<std::uint32_t>(TIFFTAG_SUBFILETYPE, 0) & kSamePicture) == 0) return true;
  }
  return false;
}

Error left_out_pages() {
  return {"it has several pages, and the books show the first alone",
          "save the others as pictures of their own",
          {}};
}

// Whether the samples can be read as they are stored: four inks of a byte each, pixel after pixel.
bool has_plain_inks(const TiffReader& file) {
  return file.value<std::uint16_t>(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB) == PHOTOMETRIC_SEPARATED &&
         file.value<std::uint16_t>(TIFFTAG_SAMPLESPERPIXEL, 1) == 4 &&
         file.value<std::uint16_t>(TIFFTAG_BITSPERSAMPLE, 1) == 8 &&
         file.value<std::uint16_t>(TIFFTAG_PLANARCONFIG, 0) == PLANARCONFIG_CONTIG &&
         file.value<std::uint16_t>(TIFFTAG_INKSET, INKSET_CMYK) == INKSET_CMYK &&
         TIFFIsTiled(file.get()) == 0;
}

// Inks by their profile, which libtiff passes over. Gives nothing without one.
std::optional<Pixels> read_inks(const TiffReader& file, int width_px, int height_px) {
  if (!has_plain_inks(file)) return std::nullopt;
  const auto conversion = ColorConversion::make(profile_of(file), 4);
  if (!conversion) return std::nullopt;
  const std::size_t stride = static_cast<std::size_t>(width_px) * 4;
  if (static_cast<std::size_t>(TIFFScanlineSize(file.get())) != stride) return std::nullopt;
  std::vector<std::uint8_t> inks(stride * static_cast<std::size_t>(height_px));
  for (int row = 0; row < height_px; ++row) {
    std::uint8_t* out = inks.data() + stride * static_cast<std::size_t>(row);
    if (TIFFReadScanline(file.get(), out, static_cast<std::uint32_t>(row)) != 1) break;
  }
  return Pixels{width_px, height_px, 3, conversion->convert(inks), {}};
}

// What libtiff makes of any colour model: samples multiplied by alpha.
Result<Pixels> read_colors(const TiffReader& file, int width_px, int height_px) {
  const auto pixel_count = static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px);
  std::vector<std::uint32_t> raster(pixel_count);
  constexpr int kGoOn = 0;  // after an error
  if (TIFFReadRGBAImageOriented(file.get(), static_cast<std::uint32_t>(width_px),
                                static_cast<std::uint32_t>(height_px), raster.data(),
                                ORIENTATION_TOPLEFT, kGoOn) != 1) {
    return broken_tiff(file.error());
  }
  const auto is_first = [&raster](std::uint32_t pixel) { return pixel == raster.front(); };
  if (!file.error().empty() && std::all_of(raster.begin(), raster.end(), is_first)) {
    return broken_tiff(file.error());
  }
  Pixels pixels{width_px, height_px, 3, {}, {}};
  std::vector<std::uint8_t> samples;
  samples.reserve(pixel_count * 4);
  for (const std::uint32_t pixel : raster) {
    const std::uint32_t alpha = TIFFGetA(pixel);
    for (const std::uint32_t value : {TIFFGetR(pixel), TIFFGetG(pixel), TIFFGetB(pixel)}) {
      samples.push_back(straight_sample(value, alpha));
    }
    samples.push_back(static_cast<std::uint8_t>(alpha));
  }
  split_alpha(std::move(samples), pixels);
  convert_to_srgb(pixels, profile_of(file));
  return pixels;
}

Result<Pixels> read_pixels(const TiffReader& file) {
  const auto width = file.value<std::uint32_t>(TIFFTAG_IMAGEWIDTH, 0);
  const auto height = file.value<std::uint32_t>(TIFFTAG_IMAGELENGTH, 0);
  if (Status size = check_picture_size(width, height, kMaxPicturePixels); !size) {
    return size.error();
  }
  std::array<char, 1024> reason{};
  if (TIFFRGBAImageOK(file.get(), reason.data()) != 1) {
    return Error{"the TIFF file is of a kind that cannot be shown: " + std::string(reason.data()),
                 "save it as RGB or grey, with 8 bits a sample",
                 {}};
  }
  // libtiff would mirror rows and columns, but turn nothing.
  TIFFSetField(file.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  const int width_px = static_cast<int>(width);
  const int height_px = static_cast<int>(height);
  if (std::optional<Pixels> pixels = read_inks(file, width_px, height_px)) {
    return std::move(*pixels);
  }
  return read_colors(file, width_px, height_px);
}

}  // namespace

Result<PreparedPicture> prepare_tiff(std::string_view bytes, std::int64_t most_pixels) {
  const TiffReader file(bytes);
  if (file.get() == nullptr) return broken_tiff(file.error());
  const int orientation = file.value<std::uint16_t>(TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  Result<Pixels> pixels = read_pixels(file);
  if (!pixels) return pixels.error();
  DecodedPicture decoded;
  decoded.pixels = turn_upright(std::move(*pixels), orientation);
  decoded.pixels_per_inch = pixels_per_inch(file);
  if (file.value<std::uint16_t>(TIFFTAG_COMPRESSION, COMPRESSION_NONE) == COMPRESSION_JPEG) {
    decoded.nature = PictureNature::Photograph;
  }
  if (!file.error().empty()) {
    decoded.repair = damage("TIFF", file.error());
  } else if (has_more_pages(file)) {
    decoded.repair = left_out_pages();
  }
  return pack_picture(std::move(decoded), most_pixels);
}

}  // namespace garland
