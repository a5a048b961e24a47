#include "cover/canvas.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace garland {
namespace {

double unit(std::uint8_t channel) { return channel / 255.0; }

// Relative luminance (WCAG 2.2).
double luminance(Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double value = unit(channel);
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

struct Canvas::State {
  State(int width_px, int height_px)
      : surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, height_px)),
        cairo(cairo_create(surface)) {}
  ~State() {
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  cairo_surface_t* surface;
  cairo_t* cairo;
};

Canvas::Canvas(int width_px, int height_px, Color background)
    : state_(std::make_unique<State>(width_px, height_px)) {
  set_color(background);
  cairo_paint(state_->cairo);
}

Canvas::~Canvas() = default;

void Canvas::set_color(Color color) {
  cairo_set_source_rgb(state_->cairo, unit(color.red), unit(color.green), unit(color.blue));
}

void Canvas::fill_glyph(const std::vector<OutlineStep>& outline, CanvasPoint at, double scale) {
  cairo_t* cairo = state_->cairo;
  const auto x = [&](double units) { return at.x + units * scale; };
  const auto y = [&](double units) { return at.y - units * scale; };
  cairo_new_path(cairo);
  for (const OutlineStep& step : outline) {
    switch (step.kind) {
      case OutlineStep::Kind::Move:
        cairo_move_to(cairo, x(step.x[0]), y(step.y[0]));
        break;
      case OutlineStep::Kind::Line:
        cairo_line_to(cairo, x(step.x[0]), y(step.y[0]));
        break;
      case OutlineStep::Kind::Cubic:
        cairo_curve_to(cairo, x(step.x[0]), y(step.y[0]), x(step.x[1]), y(step.y[1]), x(step.x[2]),
                       y(step.y[2]));
        break;
      case OutlineStep::Kind::Close:
        cairo_close_path(cairo);
        break;
    }
  }
  cairo_fill(cairo);
}

void Canvas::fill_leaf(CanvasPoint base, double angle, double length, double width) {
  cairo_t* cairo = state_->cairo;
  cairo_save(cairo);
  cairo_translate(cairo, base.x, base.y);
  cairo_rotate(cairo, angle);
  cairo_scale(cairo, length, length);
  // Fullest in the first half, drawn out to the tip, one side a little fuller than the other.
  cairo_new_path(cairo);
  cairo_move_to(cairo, 0, 0);
  cairo_curve_to(cairo, 0.22, -width * 0.78, 0.62, -width * 0.60, 1, 0);
  cairo_curve_to(cairo, 0.58, width * 0.50, 0.26, width * 0.56, 0, 0);
  cairo_close_path(cairo);
  cairo_fill(cairo);
  cairo_restore(cairo);
}

void Canvas::fill_circle(CanvasPoint center, double radius) {
  cairo_new_path(state_->cairo);
  cairo_arc(state_->cairo, center.x, center.y, radius, 0, 2 * std::numbers::pi);
  cairo_fill(state_->cairo);
}

void Canvas::stroke_circle(CanvasPoint center, double radius, double line_width) {
  cairo_new_path(state_->cairo);
  cairo_set_line_width(state_->cairo, line_width);
  cairo_arc(state_->cairo, center.x, center.y, radius, 0, 2 * std::numbers::pi);
  cairo_stroke(state_->cairo);
}

void Canvas::stroke_rectangle(CanvasPoint corner, double width, double height, double line_width) {
  cairo_new_path(state_->cairo);
  cairo_set_line_width(state_->cairo, line_width);
  cairo_rectangle(state_->cairo, corner.x, corner.y, width, height);
  cairo_stroke(state_->cairo);
}

Pixels Canvas::pixels() const {
  cairo_surface_flush(state_->surface);
  Pixels pixels;
  pixels.width_px = cairo_image_surface_get_width(state_->surface);
  pixels.height_px = cairo_image_surface_get_height(state_->surface);
  pixels.channels = 3;
  const unsigned char* data = cairo_image_surface_get_data(state_->surface);
  if (data == nullptr) return {};
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(state_->surface));
  const auto width = static_cast<std::size_t>(pixels.width_px);
  const auto height = static_cast<std::size_t>(pixels.height_px);
  pixels.samples.resize(width * height * 3);
  std::uint8_t* out = pixels.samples.data();
  for (std::size_t row = 0; row < height; ++row) {
    for (std::size_t column = 0; column < width; ++column, out += 3) {
      std::uint32_t pixel = 0;  // 0x00RRGGBB in the machine's own byte order
      std::memcpy(&pixel, data + row * stride + column * 4, 4);
      out[0] = static_cast<std::uint8_t>(pixel >> 16U);
      out[1] = static_cast<std::uint8_t>(pixel >> 8U);
      out[2] = static_cast<std::uint8_t>(pixel);
    }
  }
  return pixels;
}

Color mix(Color from, Color to, double share) {
  const auto blend = [share](std::uint8_t first, std::uint8_t second) {
    return static_cast<std::uint8_t>(std::lround(first + (second - first) * share));
  };
  return {blend(from.red, to.red), blend(from.green, to.green), blend(from.blue, to.blue)};
}

double contrast(Color first, Color second) {
  const double lighter = std::max(luminance(first), luminance(second));
  const double darker = std::min(luminance(first), luminance(second));
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace garland
