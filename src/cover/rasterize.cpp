#include "cover/rasterize.h"

#include <cairo.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

#include "cover/tones.h"

namespace garland {
namespace {

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

void fill_shape(cairo_t* cairo, const Shape& shape) {
  cairo_set_source_rgb(cairo, shape.red / 255.0, shape.green / 255.0, shape.blue / 255.0);
  for (const auto& [kind, x, y] : shape.outline) {
    switch (kind) {
      case OutlineStep::Kind::Move:
        cairo_move_to(cairo, x[0], y[0]);
        break;
      case OutlineStep::Kind::Line:
        cairo_line_to(cairo, x[0], y[0]);
        break;
      case OutlineStep::Kind::Cubic:
        cairo_curve_to(cairo, x[0], y[0], x[1], y[1], x[2], y[2]);
        break;
      case OutlineStep::Kind::Close:
        cairo_close_path(cairo);
        break;
    }
  }
  cairo_fill(cairo);
}

void set_indices(cairo_surface_t* surface, const std::vector<Color>& tones, IndexedPixels& pixels) {
  cairo_surface_flush(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  if (data == nullptr) return;
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const auto width = static_cast<std::size_t>(pixels.width_px);
  const auto height = static_cast<std::size_t>(pixels.height_px);
  pixels.indices.resize(width * height);
  ToneFinder tones_of(tones);
  std::uint8_t* index = pixels.indices.data();
  for (std::size_t row = 0; row < height; ++row, data += stride) {
    // Much of a cover is ground: rows like the one above.
    if (row > 0 && std::memcmp(data, data - stride, width * 4) == 0) {
      index = std::copy_n(index - width, width, index);
      continue;
    }
    for (std::size_t column = 0; column < width; ++column, ++index) {
      std::uint32_t pixel = 0;  // 0x00RRGGBB in the machine's own byte order
      std::memcpy(&pixel, data + column * 4, 4);
      *index = tones_of.nearest(pixel & 0xFFFFFFU);
    }
  }
}

}  // namespace

IndexedPixels rasterize(const Drawing& drawing, const std::vector<Color>& tones) {
  const std::unique_ptr<cairo_surface_t, Release> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, drawing.width_px, drawing.height_px));
  const std::unique_ptr<cairo_t, Release> cairo(cairo_create(surface.get()));
  for (const Shape& shape : drawing.shapes) fill_shape(cairo.get(), shape);
  IndexedPixels pixels;
  pixels.width_px = drawing.width_px;
  pixels.height_px = drawing.height_px;
  for (const Color tone : tones) {
    for (const std::uint8_t sample : {tone.red, tone.green, tone.blue}) {
      pixels.colors.push_back(sample);
    }
  }
  set_indices(surface.get(), tones, pixels);
  return pixels;
}

}  // namespace garland
