#include "cover/wreath.h"

#include <cmath>
#include <numbers>

namespace garland {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

// The next number of a small generator (Steele, Lea and Flood 2014, SplitMix64): the same on every
// machine.
std::uint64_t next_number(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15ULL;
  std::uint64_t value = state;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

// Between -1 and 1.
double next_offset(std::uint64_t& state) {
  return static_cast<double>(next_number(state) >> 11U) / static_cast<double>(1ULL << 52U) - 1;
}

CanvasPoint on_circle(CanvasPoint center, double radius, double angle) {
  return {center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)};
}

class Wreath {
 public:
  Wreath(Canvas& canvas, CanvasPoint center, double radius, const WreathColors& colors,
         std::uint64_t seed)
      : canvas_(canvas), center_(center), radius_(radius), colors_(colors), state_(seed) {
    leaf_pairs_ = 21 + static_cast<int>(next_number(state_) % 5);
    start_ = next_offset(state_) * kTurn;
  }

  void draw() {
    canvas_.set_color(colors_.leaf_in_shade);
    for (int i = 0; i < leaf_pairs_; ++i) draw_leaves(i + 0.5, 0.92);
    canvas_.set_color(colors_.stem);
    canvas_.stroke_circle(center_, radius_, radius_ * 0.014);
    canvas_.set_color(colors_.leaf);
    for (int i = 0; i < leaf_pairs_; ++i) draw_leaves(i, 1);
    canvas_.set_color(colors_.berry);
    for (int i = 0; i < leaf_pairs_; i += 3) draw_berries(i + 0.5);
  }

 private:
  // One leaf outwards and one inwards, both leaning along the ring.
  void draw_leaves(double place, double size) {
    const double angle = start_ + kTurn * place / leaf_pairs_;
    const CanvasPoint base = on_circle(center_, radius_, angle);
    const double along = angle + kTurn / 4;
    const double length = radius_ * size;
    const double outward = along - 0.78 + 0.10 * next_offset(state_);
    canvas_.fill_leaf(base, outward, length * (0.40 + 0.03 * next_offset(state_)), 0.34);
    const double inward = along + 0.62 + 0.10 * next_offset(state_);
    canvas_.fill_leaf(base, inward, length * (0.31 + 0.03 * next_offset(state_)), 0.34);
  }

  void draw_berries(double place) {
    const double angle = start_ + kTurn * place / leaf_pairs_;
    canvas_.fill_circle(on_circle(center_, radius_ * 1.15, angle + 0.05), radius_ * 0.042);
    canvas_.fill_circle(on_circle(center_, radius_ * 1.07, angle - 0.03), radius_ * 0.034);
    canvas_.fill_circle(on_circle(center_, radius_ * 0.87, angle + 0.02), radius_ * 0.037);
  }

  Canvas& canvas_;
  CanvasPoint center_;
  double radius_;
  const WreathColors& colors_;
  std::uint64_t state_;
  int leaf_pairs_ = 0;
  double start_ = 0;
};

}  // namespace

void draw_wreath(Canvas& canvas, CanvasPoint center, double radius, const WreathColors& colors,
                 std::uint64_t seed) {
  Wreath(canvas, center, radius, colors, seed).draw();
}

}  // namespace garland
