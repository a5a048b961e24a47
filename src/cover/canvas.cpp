#include "cover/canvas.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace garland {
namespace {

using Kind = OutlineStep::Kind;

// Relative luminance (WCAG 2.2).
double luminance(Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

OutlineStep cubic(CanvasPoint first, CanvasPoint second, CanvasPoint end) {
  return {Kind::Cubic, {first.x, second.x, end.x}, {first.y, second.y, end.y}};
}

enum class Winding { Clockwise, CounterClockwise };

// Four cubic curves, which are nowhere a three-thousandth of the radius beside the circle.
void add_circle(std::vector<OutlineStep>& outline, CanvasPoint center, double radius,
                Winding winding) {
  constexpr double kHandle = 0.5522847498;  // 4/3 (sqrt 2 - 1)
  const double side = winding == Winding::Clockwise ? 1 : -1;
  // The point of a circle turned by so many quarters, `along` the tangent and `out` of the centre.
  const auto at = [&](int quarter, double out, double along) {
    constexpr double kCos[] = {1, 0, -1, 0};
    constexpr double kSin[] = {0, 1, 0, -1};
    const double x = kCos[quarter % 4] * out - kSin[quarter % 4] * along;
    const double y = kSin[quarter % 4] * out + kCos[quarter % 4] * along;
    return CanvasPoint{center.x + radius * x, center.y + side * radius * y};
  };
  outline.push_back({Kind::Move, {at(0, 1, 0).x, 0, 0}, {at(0, 1, 0).y, 0, 0}});
  for (int quarter = 0; quarter < 4; ++quarter) {
    outline.push_back(
        cubic(at(quarter, 1, kHandle), at(quarter + 1, 1, -kHandle), at(quarter + 1, 1, 0)));
  }
  outline.push_back({Kind::Close, {}, {}});
}

void add_rectangle(std::vector<OutlineStep>& outline, CanvasPoint corner, double width,
                   double height, Winding winding) {
  const double right = corner.x + width;
  const double bottom = corner.y + height;
  const CanvasPoint second =
      winding == Winding::Clockwise ? CanvasPoint{right, corner.y} : CanvasPoint{corner.x, bottom};
  const CanvasPoint fourth =
      winding == Winding::Clockwise ? CanvasPoint{corner.x, bottom} : CanvasPoint{right, corner.y};
  outline.push_back({Kind::Move, {corner.x, 0, 0}, {corner.y, 0, 0}});
  for (const CanvasPoint point : {second, CanvasPoint{right, bottom}, fourth}) {
    outline.push_back({Kind::Line, {point.x, 0, 0}, {point.y, 0, 0}});
  }
  outline.push_back({Kind::Close, {}, {}});
}

}  // namespace

Canvas::Canvas(int width_px, int height_px, Color background)
    : drawing_{width_px, height_px, {}}, color_(background) {
  std::vector<OutlineStep> ground;
  add_rectangle(ground, {}, width_px, height_px, Winding::Clockwise);
  fill(std::move(ground));
}

void Canvas::fill(std::vector<OutlineStep> outline) {
  if (outline.empty()) return;
  drawing_.shapes.push_back({color_.red, color_.green, color_.blue, std::move(outline)});
}

void Canvas::fill_glyph(std::vector<OutlineStep> outline, CanvasPoint at, double scale) {
  for (OutlineStep& step : outline) {
    for (std::size_t i = 0; i < 3; ++i) {
      step.x[i] = at.x + step.x[i] * scale;
      step.y[i] = at.y - step.y[i] * scale;
    }
  }
  fill(std::move(outline));
}

void Canvas::fill_leaf(CanvasPoint base, double angle, double length, double width) {
  const double cosine = std::cos(angle) * length;
  const double sine = std::sin(angle) * length;
  const auto at = [&](double along, double aside) {
    return CanvasPoint{base.x + cosine * along - sine * aside,
                       base.y + sine * along + cosine * aside};
  };
  // Fullest in the first half, drawn out to the tip, one side a little fuller than the other.
  fill({{Kind::Move, {base.x, 0, 0}, {base.y, 0, 0}},
        cubic(at(0.22, -width * 0.78), at(0.62, -width * 0.60), at(1, 0)),
        cubic(at(0.58, width * 0.50), at(0.26, width * 0.56), base),
        {Kind::Close, {}, {}}});
}

void Canvas::fill_circle(CanvasPoint center, double radius) {
  std::vector<OutlineStep> outline;
  add_circle(outline, center, radius, Winding::Clockwise);
  fill(std::move(outline));
}

void Canvas::stroke_circle(CanvasPoint center, double radius, double line_width) {
  std::vector<OutlineStep> outline;
  add_circle(outline, center, radius + line_width / 2, Winding::Clockwise);
  add_circle(outline, center, radius - line_width / 2, Winding::CounterClockwise);
  fill(std::move(outline));
}

void Canvas::stroke_rectangle(CanvasPoint corner, double width, double height, double line_width) {
  const double half = line_width / 2;
  std::vector<OutlineStep> outline;
  add_rectangle(outline, {corner.x - half, corner.y - half}, width + line_width,
                height + line_width, Winding::Clockwise);
  add_rectangle(outline, {corner.x + half, corner.y + half}, width - line_width,
                height - line_width, Winding::CounterClockwise);
  fill(std::move(outline));
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
