#include "pictures/bmp.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pictures/alpha.h"
#include "pictures/check_size.h"

namespace garland {
namespace {

constexpr std::size_t kHeaderOffset = 14;  // behind the file's own header
constexpr std::uint32_t kCoreHeaderSize = 12;
constexpr std::uint32_t kInfoHeaderSize = 40;

struct Unref {
  void operator()(GdkPixbufLoader* loader) const { g_object_unref(loader); }
  void operator()(GError* error) const { g_error_free(error); }
};
using Loader = std::unique_ptr<GdkPixbufLoader, Unref>;

Error broken_bmp(GError* error) {
  const std::unique_ptr<GError, Unref> owner(error);
  std::string message = "the BMP file is broken";
  if (error != nullptr) message += std::string(": ") + error->message;
  return {message, "open it in a picture editor and save it again", {}};
}

// A number of the header; 0 where the file has ended.
std::uint32_t little_endian(std::string_view bytes, std::size_t offset, std::size_t byte_count) {
  if (bytes.size() < offset + byte_count) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = byte_count; i > 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes[offset + i - 1]);
  }
  return value;
}

std::uint32_t header_size(std::string_view bytes) { return little_endian(bytes, kHeaderOffset, 4); }

// The size as the header states it. Errors: too large, or no pixels.
Status check_stated_size(std::string_view bytes) {
  if (header_size(bytes) == kCoreHeaderSize) {
    return check_picture_size(little_endian(bytes, 18, 2), little_endian(bytes, 20, 2),
                              kMaxPicturePixels);
  }
  // A height below zero says that rows come from the top.
  constexpr std::uint32_t kNegative = 0x80000000U;
  const std::uint32_t height = little_endian(bytes, 22, 4);
  return check_picture_size(little_endian(bytes, 18, 4), height >= kNegative ? 0 - height : height,
                            kMaxPicturePixels);
}

double pixels_per_inch(std::string_view bytes) {
  constexpr double kMetresPerInch = 0.0254;
  return header_size(bytes) < kInfoHeaderSize ? 0 : little_endian(bytes, 38, 4) * kMetresPerInch;
}

void count_rows(GdkPixbufLoader* /*loader*/, int /*left*/, int /*top*/, int /*width*/, int height,
                gpointer row_count) {
  *static_cast<int*>(row_count) += height;
}

Pixels pixels_of(const GdkPixbuf& picture) {
  const auto channels = static_cast<std::size_t>(gdk_pixbuf_get_n_channels(&picture));
  const auto stride = static_cast<std::size_t>(gdk_pixbuf_get_rowstride(&picture));
  Pixels pixels{gdk_pixbuf_get_width(&picture), gdk_pixbuf_get_height(&picture), 3, {}, {}};
  const auto height = static_cast<std::size_t>(pixels.height_px);
  const std::size_t row_size = static_cast<std::size_t>(pixels.width_px) * channels;
  std::vector<std::uint8_t> samples(row_size * height);
  const guint8* row = gdk_pixbuf_read_pixels(&picture);
  for (std::size_t i = 0; i < height; ++i, row += stride) {
    std::copy_n(row, row_size, samples.begin() + static_cast<std::ptrdiff_t>(i * row_size));
  }
  set_samples(std::move(samples), channels == 4, pixels);
  return pixels;
}

}  // namespace

bool is_bmp(std::string_view bytes) {
  constexpr std::array<std::uint32_t, 7> kHeaderSizes = {12, 40, 52, 56, 64, 108, 124};
  return bytes.starts_with("BM") && std::find(kHeaderSizes.begin(), kHeaderSizes.end(),
                                              header_size(bytes)) != kHeaderSizes.end();
}

Result<PreparedPicture> prepare_bmp(std::string_view bytes, std::int64_t most_pixels) {
  if (Status size = check_stated_size(bytes); !size) return size.error();
  GError* error = nullptr;
  const Loader loader(gdk_pixbuf_loader_new_with_type("bmp", &error));
  if (loader == nullptr) return broken_bmp(error);
  int row_count = 0;
  g_signal_connect(loader.get(), "area-updated", G_CALLBACK(&count_rows), &row_count);
  const auto* data = reinterpret_cast<const guchar*>(bytes.data());
  const bool is_read = gdk_pixbuf_loader_write(loader.get(), data, bytes.size(), &error) != FALSE;
  const bool is_closed = gdk_pixbuf_loader_close(loader.get(), is_read ? &error : nullptr) != FALSE;
  const GdkPixbuf* picture = gdk_pixbuf_loader_get_pixbuf(loader.get());
  if (!is_read || !is_closed || picture == nullptr || row_count == 0) return broken_bmp(error);
  DecodedPicture decoded;
  decoded.pixels = pixels_of(*picture);
  decoded.pixels_per_inch = pixels_per_inch(bytes);
  if (row_count < decoded.pixels.height_px) decoded.repair = damage("BMP", "it is cut short");
  return pack_picture(std::move(decoded), most_pixels);
}

}  // namespace garland
