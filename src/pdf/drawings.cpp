#include "pdf/drawings.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <string>

#include "pictures/grey.h"

namespace garland {
namespace {

// Tenths of a pixel are finer than print shows.
void append_point(std::string& out, double x, double y) {
  append_number(out, std::round(x * 10) / 10);
  out += ' ';
  append_number(out, std::round(y * 10) / 10);
  out += ' ';
}

// Operators of 8.5.2.
void append_step(std::string& out, const OutlineStep& step) {
  switch (step.kind) {
    case OutlineStep::Kind::Move:
      append_point(out, step.x[0], step.y[0]);
      out += "m\n";
      break;
    case OutlineStep::Kind::Line:
      append_point(out, step.x[0], step.y[0]);
      out += "l\n";
      break;
    case OutlineStep::Kind::Cubic:
      for (int i = 0; i < 3; ++i) append_point(out, step.x[i], step.y[i]);
      out += "c\n";
      break;
    case OutlineStep::Kind::Close:
      out += "h\n";
      break;
  }
}

void append_shape(std::string& out, const Shape& shape, PrintColors colors) {
  if (colors == PrintColors::Grey) {
    const std::uint8_t grey = grey_of(shape.red, shape.green, shape.blue);
    append_fill_color(out, grey, grey, grey);
  } else {
    append_fill_color(out, shape.red, shape.green, shape.blue);
  }
  for (const OutlineStep& step : shape.outline) append_step(out, step);
  out += "f\n";
}

}  // namespace

ObjectId add_drawing(HaruDocument& document, const Drawing& drawing, PrintColors colors) {
  std::string content;
  for (const Shape& shape : drawing.shapes) append_shape(content, shape, colors);
  // Downwards from the top, as the drawing counts.
  return document.add_stream(fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 {} {}] "
                                         "/Matrix [{:.9f} 0 0 {:.9f} 0 1] /Resources << >>",
                                         drawing.width_px, drawing.height_px,
                                         1.0 / drawing.width_px, -1.0 / drawing.height_px),
                             content, StreamFilter::Flate);
}

}  // namespace garland
