#include "pictures/jpeg.h"

#include <jerror.h>
#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <cstdio>  // jpeglib.h needs FILE
#include <cstdlib>
#include <memory>
#include <utility>

#include "pictures/check_size.h"
#include "pictures/color.h"
#include "pictures/exif.h"
#include "pictures/jpeg_markers.h"
#include "pictures/orientation.h"

namespace garland {
namespace {

// A file of few bytes may ask for scan after scan over the whole picture.
constexpr int kMaxScans = 200;
constexpr long kMaxMemory = 1L << 29;

// libjpeg's state and what its call-backs need. libjpeg reports errors by a call-back that must not
// return: `attempt` is where it goes.
class Decompressor {
 public:
  explicit Decompressor(std::string_view bytes) {
    info.err = jpeg_std_error(&errors_);
    errors_.error_exit = &Decompressor::fail;
    errors_.emit_message = &Decompressor::note_warning;
    info.client_data = this;
    progress_.progress_monitor = &Decompressor::limit_scans;
    is_ready_ = attempt([this, bytes] {
      jpeg_create_decompress(&info);
      info.progress = &progress_;
      info.mem->max_memory_to_use = kMaxMemory;
      jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
      jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);  // EXIF
      jpeg_save_markers(&info, JPEG_APP0 + 2, 0xFFFF);  // ICC profile
      jpeg_read_header(&info, TRUE);
    });
  }
  ~Decompressor() { jpeg_destroy_decompress(&info); }
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;

  // Runs `step`; false when libjpeg gave up in it. No object with a destructor may live in the
  // step: they are jumped over.
  template <typename Step>
  bool attempt(Step step) {
    if (setjmp(escape_) != 0) return false;
    step();
    return true;
  }

  bool is_ready() const { return is_ready_; }
  // libjpeg warned: what it decodes is not what was meant.
  bool is_damaged() const { return is_damaged_; }
  int warning() const { return warning_; }  // the first one's number; 0 for none
  // The file ends before a single row of pixels.
  bool is_empty() const { return is_empty_; }
  // What libjpeg said of the damage or the error.
  std::string message() const { return message_.data(); }
  Error error() const {
    return {"the JPEG file is broken: " + message(),
            "open it in a picture editor and save it again",
            {}};
  }

  jpeg_decompress_struct info{};

 private:
  [[noreturn]] static void fail(j_common_ptr common) {
    auto* self = static_cast<Decompressor*>(common->client_data);
    common->err->format_message(common, self->message_.data());
    longjmp(self->escape_, 1);
  }
  static void note_warning(j_common_ptr common, int level) {
    auto* self = static_cast<Decompressor*>(common->client_data);
    if (level >= 0 || self->is_damaged_) return;
    common->err->format_message(common, self->message_.data());
    self->is_damaged_ = true;
    self->warning_ = common->err->msg_code;
    self->is_empty_ = self->info.input_scan_number <= 1 && self->info.output_scanline == 0 &&
                      common->err->msg_code == JWRN_JPEG_EOF;
  }
  static void limit_scans(j_common_ptr common) {
    if (!common->is_decompressor) return;
    const auto* self = static_cast<Decompressor*>(common->client_data);
    if (self->info.input_scan_number > kMaxScans) {
      common->err->msg_code = JERR_BAD_PROGRESSION;
      fail(common);
    }
  }

  jpeg_error_mgr errors_{};
  jpeg_progress_mgr progress_{};
  std::jmp_buf escape_{};
  std::array<char, JMSG_LENGTH_MAX> message_{};
  bool is_ready_ = false;
  bool is_damaged_ = false;
  int warning_ = 0;
  bool is_empty_ = false;
};

Error cut_short() {
  return {"the JPEG file is cut short", "copy it again from where it came from", {}};
}

Exif exif_of(const jpeg_decompress_struct& info) {
  for (const jpeg_marker_struct* marker = info.marker_list; marker != nullptr;
       marker = marker->next) {
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (data.starts_with("Exif")) return read_exif(data);
  }
  return {};
}

double jfif_pixels_per_inch(const jpeg_decompress_struct& info) {
  constexpr int kPerInch = 1;
  constexpr int kPerCentimetre = 2;
  if (!info.saw_JFIF_marker) return 0;
  if (info.density_unit == kPerInch) return info.X_density;
  if (info.density_unit == kPerCentimetre) return info.X_density * 2.54;
  return 0;
}

// The profile of the samples' colours; empty where there is none that is whole.
std::string profile_of(Decompressor& decompressor) {
  JOCTET* data = nullptr;
  unsigned length = 0;
  const bool has_profile = decompressor.attempt([&decompressor, &data, &length] {
    if (!jpeg_read_icc_profile(&decompressor.info, &data, &length)) length = 0;
  });
  const std::unique_ptr<JOCTET, decltype(&std::free)> owner(data, &std::free);
  if (!has_profile || data == nullptr) return {};
  return {reinterpret_cast<const char*>(data), length};
}

Status check_header(const Decompressor& decompressor) {
  if (!decompressor.is_ready()) return decompressor.error();
  const jpeg_decompress_struct& info = decompressor.info;
  if (info.jpeg_color_space == JCS_UNKNOWN) {
    return Error{"the JPEG file is neither grey, RGB nor CMYK", "save it again as RGB", {}};
  }
  return check_picture_size(info.image_width, info.image_height, kMaxJpegPixels);
}

double pixels_per_inch_of(const jpeg_decompress_struct& info) {
  const double stated = jfif_pixels_per_inch(info);
  return stated > 0 ? stated : exif_of(info).pixels_per_inch;
}

void choose_output_colors(jpeg_decompress_struct& info) {
  switch (info.num_components) {
    case 1:
      info.out_color_space = JCS_GRAYSCALE;
      break;
    case 4:
      info.out_color_space = JCS_CMYK;
      break;
    default:
      info.out_color_space = JCS_RGB;
  }
}

// Decodes all rows to `rows`, each after the other, or each over the last when `row_stride` is 0.
// False when libjpeg gave up. A file that lacks only its end marker is taken as whole.
bool read_rows(Decompressor& decompressor, std::uint8_t* rows, std::size_t row_stride) {
  return decompressor.attempt([&decompressor, rows, row_stride] {
    jpeg_decompress_struct& info = decompressor.info;
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height) {
      JSAMPROW row = rows + row_stride * info.output_scanline;
      jpeg_read_scanlines(&info, &row, 1);
    }
  });
}

// Samples as ink, 255 for full, which Adobe's programs store the other way round.
void invert(std::vector<std::uint8_t>& samples) {
  for (std::uint8_t& sample : samples) sample = static_cast<std::uint8_t>(255 - sample);
}

// Ink to RGB by plain subtraction: the printer's profile is not known.
std::vector<std::uint8_t> cmyk_to_rgb(const std::vector<std::uint8_t>& cmyk) {
  std::vector<std::uint8_t> rgb;
  rgb.reserve(cmyk.size() / 4 * 3);
  for (std::size_t at = 0; at + 3 < cmyk.size(); at += 4) {
    const unsigned white = 255U - cmyk[at + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      rgb.push_back(static_cast<std::uint8_t>(((255U - cmyk[at + c]) * white + 127) / 255));
    }
  }
  return rgb;
}

void convert_cmyk(Pixels& pixels, const std::string& profile, bool is_inverted) {
  if (is_inverted) invert(pixels.samples);
  const auto conversion = ColorConversion::make(profile, 4);
  pixels.samples = conversion ? conversion->convert(pixels.samples) : cmyk_to_rgb(pixels.samples);
  pixels.channels = 3;
}

// The least size, in eighths of the whole, that libjpeg can decode to without losing what the books
// show.
unsigned eighths_to_decode(const jpeg_decompress_struct& info, std::int64_t most_pixels) {
  unsigned eighths = 8;
  const auto pixels_at = [&info](std::int64_t n) {
    return info.image_width * n / 8 * (info.image_height * n / 8);
  };
  while (eighths > 1 && pixels_at(eighths - 1) >= most_pixels) --eighths;
  return eighths;
}

Result<Pixels> read_pixels(Decompressor& decompressor, std::int64_t most_pixels) {
  jpeg_decompress_struct& info = decompressor.info;
  choose_output_colors(info);
  info.scale_num = eighths_to_decode(info, most_pixels);
  info.scale_denom = 8;
  if (!decompressor.attempt([&info] { jpeg_calc_output_dimensions(&info); })) {
    return decompressor.error();
  }
  Pixels pixels;
  pixels.width_px = static_cast<int>(info.output_width);
  pixels.height_px = static_cast<int>(info.output_height);
  pixels.channels = info.num_components == 1 ? 1 : 3;
  const std::size_t stride =
      std::size_t{info.output_width} * static_cast<std::size_t>(info.num_components);
  pixels.samples.resize(stride * info.output_height);
  if (!read_rows(decompressor, pixels.samples.data(), stride)) return decompressor.error();
  return pixels;
}

Result<DecodedPicture> read_picture(std::string_view bytes, std::int64_t most_pixels) {
  Decompressor decompressor(bytes);
  if (Status sound = check_header(decompressor); !sound) return sound.error();
  const jpeg_decompress_struct& info = decompressor.info;
  const std::string profile = profile_of(decompressor);
  Result<Pixels> pixels = read_pixels(decompressor, most_pixels);
  if (!pixels) return pixels.error();
  if (decompressor.is_empty()) return cut_short();
  if (info.num_components == 4) {
    convert_cmyk(*pixels, profile, info.saw_Adobe_marker);
  } else {
    convert_to_srgb(*pixels, profile);
  }
  DecodedPicture decoded;
  decoded.pixels_per_inch = pixels_per_inch_of(info) * pixels->width_px / info.image_width;
  decoded.pixels = turn_upright(std::move(*pixels), exif_of(info).orientation);
  decoded.nature = PictureNature::Photograph;
  if (decompressor.is_damaged()) decoded.repair = damage("JPEG", decompressor.message());
  return decoded;
}

// Decodes the whole file into nothing, an eighth of the size: every coefficient is read, but little
// of the picture is calculated. Errors: broken.
Status check_data(Decompressor& decompressor) {
  jpeg_decompress_struct& info = decompressor.info;
  choose_output_colors(info);
  info.scale_num = 1;
  info.scale_denom = 8;
  std::vector<std::uint8_t> row(std::size_t{info.image_width} * 4);
  if (!read_rows(decompressor, row.data(), 0)) return decompressor.error();
  return Done{};
}

// Whether bytes that do not belong there stand between the last row and the end. A file that lacks
// its end alone gets one. Requires that all rows have been read.
bool has_surplus(Decompressor& decompressor) {
  decompressor.attempt([&decompressor] { jpeg_finish_decompress(&decompressor.info); });
  return decompressor.is_damaged() && decompressor.warning() != JWRN_JPEG_EOF;
}

// Whether books and their readers can take the file as it is, but for what it says beside the
// picture. Browsers do not read arithmetic coding, and not all apply CMYK or an orientation.
bool is_plain(const jpeg_decompress_struct& info, const std::string& profile,
              std::int64_t most_pixels) {
  if (info.num_components == 4 || info.arith_code || exif_of(info).orientation != 1) return false;
  if (std::int64_t{info.image_width} * info.image_height > most_pixels) return false;
  const auto conversion = ColorConversion::make(profile, info.num_components);
  return !conversion || !conversion->changes_colors();
}

}  // namespace

Result<PreparedPicture> prepare_jpeg(std::string_view bytes, std::int64_t most_pixels) {
  Decompressor decompressor(bytes);
  if (Status sound = check_header(decompressor); !sound) return sound.error();
  const jpeg_decompress_struct& info = decompressor.info;
  bool is_fit = is_plain(info, profile_of(decompressor), most_pixels);
  if (is_fit) {
    if (Status sound = check_data(decompressor); !sound) return sound.error();
    is_fit = !decompressor.is_damaged() && !has_surplus(decompressor);
  }
  if (!is_fit) {
    Result<DecodedPicture> decoded = read_picture(bytes, most_pixels);
    return decoded ? pack_picture(std::move(*decoded), most_pixels)
                   : Result<PreparedPicture>(decoded.error());
  }
  PreparedPicture prepared;
  prepared.kind = PictureKind::Jpeg;
  prepared.bytes = strip_jpeg(bytes);
  prepared.width_px = static_cast<int>(info.image_width);
  prepared.height_px = static_cast<int>(info.image_height);
  prepared.pixels_per_inch = pixels_per_inch_of(info);
  return prepared;
}

Result<Pixels> decode_jpeg(std::string_view bytes) {
  Result<DecodedPicture> decoded = read_picture(bytes, kMaxPicturePixels);
  if (!decoded) return decoded.error();
  return std::move(decoded->pixels);
}

Result<JpegHeader> read_jpeg_header(std::string_view bytes) {
  const Decompressor decompressor(bytes);
  if (Status sound = check_header(decompressor); !sound) return sound.error();
  JpegHeader header;
  header.width_px = static_cast<int>(decompressor.info.image_width);
  header.height_px = static_cast<int>(decompressor.info.image_height);
  header.components = decompressor.info.num_components;
  return header;
}

}  // namespace garland
