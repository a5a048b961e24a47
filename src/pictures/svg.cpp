#include "pictures/svg.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pictures/alpha.h"
#include "pictures/check_size.h"

namespace garland {
namespace {

constexpr std::size_t kLargestFile = 8 << 20;  // bytes
constexpr double kCssPixelsPerInch = 96;
constexpr double kDrawnPixelsPerInch = 300;
constexpr double kUsualWidth = 600;  // CSS pixels, for a drawing that states proportions alone

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;
using Surface = std::unique_ptr<cairo_surface_t, Unref>;

Error broken_svg(GError* error) {
  const std::unique_ptr<GError, Unref> owner(error);
  std::string message = "the SVG file cannot be drawn";
  if (error != nullptr) message += std::string(": ") + error->message;
  std::replace(message.begin(), message.end(), '\n', ' ');
  return {message, "open it in a drawing program and save it again, or save it as PNG", {}};
}

struct Size {
  double width = 0;  // CSS pixels
  double height = 0;
};

// The size that the drawing states, else its view box, else what it has ink on.
Size size_of(RsvgHandle* handle) {
  Size size;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height)) return size;
  gboolean has_width = FALSE;
  gboolean has_height = FALSE;
  gboolean has_box = FALSE;
  RsvgLength width{};
  RsvgLength height{};
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box,
                                       &box);
  if (!has_box || box.width <= 0 || box.height <= 0) {
    rsvg_handle_get_geometry_for_element(handle, nullptr, &box, nullptr, nullptr);
    return {box.width, box.height};
  }
  return {kUsualWidth, kUsualWidth * box.height / box.width};
}

// Straight samples of cairo's premultiplied ones (0xAARRGGBB in the machine's own byte order).
Pixels pixels_of(cairo_surface_t* surface) {
  Pixels pixels{
      cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), 3, {}, {}};
  cairo_surface_flush(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const auto width = static_cast<std::size_t>(pixels.width_px);
  const auto height = static_cast<std::size_t>(pixels.height_px);
  pixels.samples.reserve(width * height * 3);
  pixels.alpha.reserve(width * height);
  bool is_opaque = true;
  for (std::size_t row = 0; row < height; ++row) {
    for (std::size_t column = 0; column < width; ++column) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, data + row * stride + column * 4, 4);
      const std::uint32_t alpha = pixel >> 24U;
      for (const unsigned shift : {16U, 8U, 0U}) {
        const std::uint32_t value = pixel >> shift & 0xFFU;
        pixels.samples.push_back(straight_sample(value, alpha));
      }
      pixels.alpha.push_back(static_cast<std::uint8_t>(alpha));
      is_opaque = is_opaque && alpha == 255;
    }
  }
  if (is_opaque) pixels.alpha = {};
  return pixels;
}

// `size` is the drawing's, `scale` pixels a CSS pixel.
Result<Pixels> draw(RsvgHandle* handle, Size size, double scale) {
  const int width = std::max(1, static_cast<int>(std::lround(size.width * scale)));
  const int height = std::max(1, static_cast<int>(std::lround(size.height * scale)));
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  const std::unique_ptr<cairo_t, Unref> cairo(cairo_create(surface.get()));
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) return broken_svg(nullptr);
  const RsvgRectangle page{0, 0, static_cast<double>(width), static_cast<double>(height)};
  GError* error = nullptr;
  if (!rsvg_handle_render_document(handle, cairo.get(), &page, &error)) return broken_svg(error);
  return pixels_of(surface.get());
}

// Whether an element of that name, such as "<image", leads out of the file.
bool leads_outside(std::string_view svg, std::string_view element) {
  for (std::size_t at = svg.find(element); at != std::string_view::npos;
       at = svg.find(element, at + 1)) {
    const std::string_view tag = svg.substr(at, svg.find('>', at) - at);
    const std::size_t href = tag.find("href");
    const std::size_t quote =
        href == std::string_view::npos ? href : tag.find_first_of("\"'", href);
    if (quote == std::string_view::npos) continue;
    const std::string_view target = tag.substr(quote + 1);
    if (!target.starts_with('#') && !target.starts_with("data:")) return true;
  }
  return false;
}

// What the file has and the drawn picture has not.
std::optional<Error> losses_of(std::string_view svg) {
  const auto has = [svg](std::string_view mark) {
    return svg.find(mark) != std::string_view::npos;
  };
  std::string lost;
  const auto add = [&lost](std::string_view part) {
    lost.append(lost.empty() ? "" : " and ").append(part);
  };
  if (leads_outside(svg, "<image") || leads_outside(svg, "<use")) add("references to other files");
  // A <switch> offers other elements to programs that draw no HTML.
  if (has("<foreignObject") && !has("<switch")) add("text in HTML");
  if (has("<script")) add("scripts");
  if (lost.empty()) return std::nullopt;
  return Error{"a book cannot have its " + lost,
               "save it as PNG, or from the drawing program as plain SVG",
               {}};
}

}  // namespace

Result<PreparedPicture> prepare_svg(std::string_view bytes, std::int64_t most_pixels) {
  if (bytes.size() > kLargestFile) {
    return Error{"the SVG file is larger than 8 MB", "save it as PNG", {}};
  }
  GError* error = nullptr;
  // No base address is set, and without one librsvg follows no reference out of the file.
  const Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()),
                                                bytes.size(), &error));
  if (handle == nullptr) return broken_svg(error);
  rsvg_handle_set_dpi(handle.get(), kCssPixelsPerInch);
  const Size size = size_of(handle.get());
  if (!(size.width > 0 && size.height > 0)) {
    return Error{"the SVG file has no size", "give it a width and a height, or a viewBox", {}};
  }
  if (size.width > kMaxPictureSide || size.height > kMaxPictureSide) {
    return Error{"the SVG drawing is too large", "make it smaller in a drawing program", {}};
  }
  const double most = std::sqrt(static_cast<double>(most_pixels) / (size.width * size.height));
  const double scale = std::min(most, kDrawnPixelsPerInch / kCssPixelsPerInch);
  Result<Pixels> pixels = draw(handle.get(), size, scale);
  if (!pixels) return pixels.error();
  DecodedPicture decoded;
  decoded.pixels = std::move(*pixels);
  decoded.nature = PictureNature::Drawing;
  decoded.repair = losses_of(bytes);
  decoded.screen_scale = scale;
  decoded.pixels_per_inch = scale * kCssPixelsPerInch;
  return pack_picture(std::move(decoded), most_pixels);
}

}  // namespace garland
