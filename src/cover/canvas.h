// Drawing what a cover needs. Places and sizes in pixels from the top left.
#pragma once

#include <vector>

#include "base/outline.h"
#include "pictures/drawing.h"
#include "style/theme.h"

namespace garland {

struct CanvasPoint {
  double x = 0;
  double y = 0;
};

class Canvas {
 public:
  Canvas(int width_px, int height_px, Color background);

  // The colour of what is drawn next.
  void set_color(Color color) { color_ = color; }

  // A glyph whose origin stands at `at`; `scale` is pixels a design unit.
  void fill_glyph(std::vector<OutlineStep> outline, CanvasPoint at, double scale);
  // A leaf from its stalk at `base`, `length` long in the direction of `angle` (radians, clockwise
  // from the right), as wide as `width` times its length.
  void fill_leaf(CanvasPoint base, double angle, double length, double width);
  void fill_circle(CanvasPoint center, double radius);
  void stroke_circle(CanvasPoint center, double radius, double line_width);
  void stroke_rectangle(CanvasPoint corner, double width, double height, double line_width);

  // What has been drawn.
  const Drawing& drawing() const { return drawing_; }

 private:
  void fill(std::vector<OutlineStep> outline);

  Drawing drawing_;
  Color color_;
};

// A colour between two: 0 gives `from`, 1 gives `to`.
Color mix(Color from, Color to, double share);

// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(Color first, Color second);

}  // namespace garland
