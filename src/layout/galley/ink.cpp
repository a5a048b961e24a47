#include "layout/galley/ink.h"

#include <algorithm>
#include <cstddef>
#include <variant>

namespace garland {
namespace {

constexpr int kPointsOfStep = 24;  // on a line or a curve

class InkFinder {
 public:
  InkFinder(FontLibrary& fonts, std::optional<Length> lowest) : fonts_(fonts), lowest_(lowest) {}

  void add(const GlyphRun& run) {
    const int units = std::max(fonts_.metrics(run.face).units_per_em, 1);
    points_a_unit_ = run.size.points() / units;
    Length pen = run.origin.x;
    for (const PlacedGlyph& glyph : run.glyphs.unpack()) {
      x_ = (pen + Length(glyph.x_offset)).points();
      y_ = (Length(glyph.y_offset) - run.origin.y).points();
      for (const OutlineStep& step : fonts_.glyph_outline(run.face, glyph.glyph)) follow(step);
      pen += Length(glyph.advance);
    }
  }

  Ink take() const { return ink_; }

 private:
  void follow(const OutlineStep& step) {
    if (step.kind == OutlineStep::Kind::Close) return;
    const bool is_curve = step.kind == OutlineStep::Kind::Cubic;
    const std::size_t end = is_curve ? 2 : 0;
    if (step.kind != OutlineStep::Kind::Move) {
      for (int i = 1; i <= kPointsOfStep; ++i) {
        const double t = static_cast<double>(i) / kPointsOfStep;
        is_curve ? mark(on_curve(from_x_, step.x, t), on_curve(from_y_, step.y, t))
                 : mark(between(from_x_, step.x[0], t), between(from_y_, step.y[0], t));
      }
    }
    from_x_ = step.x[end];
    from_y_ = step.y[end];
  }

  static double between(double from, double to, double t) { return from + (to - from) * t; }

  // A cubic curve in Bernstein's form.
  static double on_curve(double from, const double (&to)[3], double t) {
    const double s = 1 - t;
    return s * s * s * from + 3 * s * s * t * to[0] + 3 * s * t * t * to[1] + t * t * t * to[2];
  }

  void mark(double x_units, double y_units) {
    const Length x = Length::from_points(x_ + x_units * points_a_unit_);
    const Length y = Length::from_points(y_ + y_units * points_a_unit_);
    if (lowest_ && y < *lowest_) return;
    if (is_empty_) ink_ = {x, x, y, y};
    is_empty_ = false;
    ink_.left = std::min(ink_.left, x);
    ink_.right = std::max(ink_.right, x);
    ink_.bottom = std::min(ink_.bottom, y);
    ink_.top = std::max(ink_.top, y);
  }

  FontLibrary& fonts_;
  std::optional<Length> lowest_;
  double points_a_unit_ = 0;
  double x_ = 0, y_ = 0;            // of the glyph's origin, in points
  double from_x_ = 0, from_y_ = 0;  // where the step begins
  Ink ink_;
  bool is_empty_ = true;
};

void add_reach(const GlyphRun& run, FontLibrary& fonts, Reach& reach) {
  const double points_a_unit =
      run.size.points() / std::max(fonts.metrics(run.face).units_per_em, 1);
  for (const PlacedGlyph& glyph : run.glyphs.unpack()) {
    const GlyphReach own = fonts.reach(run.face, glyph.glyph);
    const Length rise = Length(glyph.y_offset) - run.origin.y;
    reach.above = std::max(reach.above, rise + Length::from_points(own.top * points_a_unit));
    reach.below = std::max(reach.below, -rise - Length::from_points(own.bottom * points_a_unit));
  }
}

}  // namespace

Reach reach_of(const std::vector<PageItem>& items, FontLibrary& fonts) {
  Reach reach;
  for (const PageItem& item : items) {
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) add_reach(*run, fonts, reach);
    if (const auto* picture = std::get_if<PlacedPicture>(&item.content)) {
      const Rect& rect = picture->rect;
      reach.above = std::max(reach.above, -rect.origin.y);
      reach.below = std::max(reach.below, rect.origin.y + rect.height);
    }
  }
  return reach;
}

Ink ink_of(const std::vector<PageItem>& items, FontLibrary& fonts, std::optional<Length> lowest) {
  InkFinder finder(fonts, lowest);
  for (const PageItem& item : items) {
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) finder.add(*run);
  }
  return finder.take();
}

}  // namespace garland
