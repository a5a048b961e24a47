// The outline of a shape, as fonts have it of their glyphs and drawings of what they fill.
#pragma once

namespace garland {

// A move, a line, a cubic curve or the way back to where the contour began. Units and the direction
// of y are those of what it is an outline of.
struct OutlineStep {
  enum class Kind { Move, Line, Cubic, Close };
  Kind kind = Kind::Move;
  double x[3] = {0, 0, 0};  // Cubic: two control points, then the end
  double y[3] = {0, 0, 0};
};

}  // namespace garland
