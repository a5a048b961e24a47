// A drawing of filled shapes, which print keeps sharp at any size.
#pragma once

#include <cstdint>
#include <vector>

#include "base/outline.h"

namespace garland {

// Its inside is where the outline winds around: what runs the other way leaves a hole.
struct Shape {
  std::uint8_t red = 0, green = 0, blue = 0;  // sRGB
  std::vector<OutlineStep> outline;           // pixels from the drawing's top left, y downwards
};

struct Drawing {
  int width_px = 0;
  int height_px = 0;
  std::vector<Shape> shapes;  // each covers those before it
};

}  // namespace garland
