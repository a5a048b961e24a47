#include "pictures/jpeg.h"

#include <jerror.h>
#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <cstdio>  // jpeglib.h needs FILE

#include "pictures/check_size.h"
#include "pictures/exif.h"
#include "pictures/orientation.h"

namespace garland {
namespace {

// A file of few bytes may ask for scan after scan over the whole picture.
constexpr int kMaxScans = 200;
constexpr long kMaxMemory = 1L << 30;

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
      jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);
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
  bool ended_early() const { return ended_early_; }
  Error error() const {
    return {"the JPEG file is broken: " + std::string(message_.data()),
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
    if (level < 0 && common->err->msg_code == JWRN_JPEG_EOF) self->ended_early_ = true;
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
  bool ended_early_ = false;
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

Result<JpegFile> describe(const Decompressor& decompressor) {
  if (!decompressor.is_ready()) return decompressor.error();
  const jpeg_decompress_struct& info = decompressor.info;
  if (Status size = check_picture_size(info.image_width, info.image_height); !size) {
    return size.error();
  }
  if (info.jpeg_color_space == JCS_UNKNOWN) {
    return Error{"the JPEG file is neither grey, RGB nor CMYK", "save it again as RGB", {}};
  }
  const Exif exif = exif_of(info);
  JpegFile file;
  file.header.width_px = static_cast<int>(info.image_width);
  file.header.height_px = static_cast<int>(info.image_height);
  file.header.components = info.num_components;
  file.header.is_adobe_inverted = info.num_components == 4 && info.saw_Adobe_marker;
  file.header.orientation = exif.orientation;
  file.pixels_per_inch = jfif_pixels_per_inch(info);
  if (file.pixels_per_inch == 0) file.pixels_per_inch = exif.pixels_per_inch;
  return file;
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

// CMYK to RGB by plain subtraction, in place of the first three samples of four.
std::vector<std::uint8_t> cmyk_to_rgb(const std::vector<std::uint8_t>& cmyk, bool is_inverted) {
  std::vector<std::uint8_t> rgb;
  rgb.reserve(cmyk.size() / 4 * 3);
  const unsigned flip = is_inverted ? 0 : 255;
  for (std::size_t at = 0; at + 3 < cmyk.size(); at += 4) {
    const unsigned white = cmyk[at + 3] ^ flip;
    for (std::size_t c = 0; c < 3; ++c) {
      rgb.push_back(static_cast<std::uint8_t>(((cmyk[at + c] ^ flip) * white + 127) / 255));
    }
  }
  return rgb;
}

}  // namespace

Result<JpegHeader> read_jpeg_header(std::string_view bytes) {
  const Decompressor decompressor(bytes);
  Result<JpegFile> file = describe(decompressor);
  if (!file) return file.error();
  return file->header;
}

Result<JpegFile> check_jpeg(std::string_view bytes) {
  Decompressor decompressor(bytes);
  Result<JpegFile> file = describe(decompressor);
  if (!file) return file;
  choose_output_colors(decompressor.info);
  // An eighth of the size: every coefficient is read, but little of the picture is calculated.
  decompressor.info.scale_num = 1;
  decompressor.info.scale_denom = 8;
  std::vector<std::uint8_t> row(static_cast<std::size_t>(file->header.width_px) * 4);
  if (!read_rows(decompressor, row.data(), 0)) return decompressor.error();
  if (decompressor.ended_early()) return cut_short();
  return file;
}

Result<Pixels> decode_jpeg(std::string_view bytes) {
  Decompressor decompressor(bytes);
  Result<JpegFile> file = describe(decompressor);
  if (!file) return file.error();
  choose_output_colors(decompressor.info);
  const JpegHeader& header = file->header;
  Pixels pixels;
  pixels.width_px = header.width_px;
  pixels.height_px = header.height_px;
  pixels.channels = header.components == 1 ? 1 : 3;
  const std::size_t stride =
      static_cast<std::size_t>(header.width_px) * static_cast<std::size_t>(header.components);
  pixels.samples.resize(stride * static_cast<std::size_t>(header.height_px));
  if (!read_rows(decompressor, pixels.samples.data(), stride)) return decompressor.error();
  if (decompressor.ended_early()) return cut_short();
  if (header.components == 4) {
    pixels.samples = cmyk_to_rgb(pixels.samples, header.is_adobe_inverted);
  }
  return turn_upright(std::move(pixels), header.orientation);
}

}  // namespace garland
