// clang-format off
#include <cstddef>
#include <cstdio>  // jpeglib.h needs FILE and size_t
#include <jpeglib.h>
// clang-format on

#include <array>
#include <csetjmp>
#include <cstdint>
#include <cstdlib>

#include "pictures/jpeg.h"

namespace garland {
namespace {

constexpr int kQuality = 90;

// libjpeg's state. It reports errors by a call-back that must not return.
class Compressor {
 public:
  Compressor() {
    info_.err = jpeg_std_error(&errors_);
    errors_.error_exit = &Compressor::fail;
    errors_.emit_message = [](j_common_ptr, int) {};
    info_.client_data = this;
  }
  ~Compressor() {
    jpeg_destroy_compress(&info_);
    std::free(data_);
  }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  // False when libjpeg gave up. No object with a destructor may live in here.
  bool run(const Pixels& pixels) {
    if (setjmp(escape_) != 0) return false;
    jpeg_create_compress(&info_);
    jpeg_mem_dest(&info_, &data_, &size_);
    info_.image_width = static_cast<JDIMENSION>(pixels.width_px);
    info_.image_height = static_cast<JDIMENSION>(pixels.height_px);
    info_.input_components = pixels.channels;
    info_.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&info_);
    jpeg_set_quality(&info_, kQuality, TRUE);
    info_.optimize_coding = TRUE;
    jpeg_start_compress(&info_, TRUE);
    const std::size_t stride =
        static_cast<std::size_t>(pixels.width_px) * static_cast<std::size_t>(pixels.channels);
    while (info_.next_scanline < info_.image_height) {
      // libjpeg takes rows as not constant, and does not write to them.
      auto* row = const_cast<JSAMPROW>(pixels.samples.data() + stride * info_.next_scanline);
      jpeg_write_scanlines(&info_, &row, 1);
    }
    jpeg_finish_compress(&info_);
    return true;
  }

  std::string bytes() const { return {reinterpret_cast<const char*>(data_), size_}; }
  std::string message() const { return message_.data(); }

 private:
  [[noreturn]] static void fail(j_common_ptr common) {
    auto* self = static_cast<Compressor*>(common->client_data);
    common->err->format_message(common, self->message_.data());
    longjmp(self->escape_, 1);
  }

  jpeg_compress_struct info_{};
  jpeg_error_mgr errors_{};
  std::jmp_buf escape_{};
  std::array<char, JMSG_LENGTH_MAX> message_{};
  unsigned char* data_ = nullptr;
  unsigned long size_ = 0;
};

}  // namespace

Result<std::string> encode_jpeg(const Pixels& pixels) {
  Compressor compressor;
  if (!compressor.run(pixels)) {
    return Error{"cannot write a JPEG file: " + compressor.message(), "", {}};
  }
  return compressor.bytes();
}

}  // namespace garland
