// Total fit against every way there is to set a short paragraph, tried one by one.
#include "layout/paragraph/break_lines.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

namespace garland {
namespace {

using Lines = std::vector<std::uint32_t>;
constexpr double kImpossible = std::numeric_limits<double>::infinity();

constexpr Length kSpace = 3_pt;
constexpr Length kSpaceStretch = 1.5_pt;
constexpr Length kSpaceShrink = 1_pt;
constexpr Length kHyphenWidth = 3_pt;
constexpr int kHyphenPenalty = 50;

// Words of pieces between which a hyphen may stand, as find_breakpoints sums them up.
class Paragraph {
 public:
  void piece(Length width) { sum_.width += width; }
  void hyphen() {
    Breakpoint point;
    point.end = point.next = sum_;
    point.end.width += kHyphenWidth;
    point.overhang = kHyphenWidth;
    point.penalty = kHyphenPenalty;
    point.is_hyphen = true;
    points_.push_back(point);
  }
  void space() {
    Breakpoint point;
    point.end = sum_;
    sum_.width += kSpace;
    sum_.stretch += kSpaceStretch;
    sum_.shrink += kSpaceShrink;
    point.next = sum_;
    points_.push_back(point);
  }
  std::vector<Breakpoint> finish() {
    Breakpoint end;
    end.end = end.next = sum_;
    points_.push_back(end);
    return points_;
  }

 private:
  Flexible sum_;
  std::vector<Breakpoint> points_ = {Breakpoint{}};
};

enum Looks { kTightLine, kNormalLine, kLooseLine, kVeryLooseLine };

struct JudgedLine {
  double badness = kImpossible;
  Looks looks = kNormalLine;
};

double badness_of(Length needed, Length available) {
  if (available <= Length()) return needed > Length() ? kAnyBadness : 0;
  const double ratio = needed.points() / available.points();
  return std::min<double>(std::round(100 * ratio * ratio * ratio), kAnyBadness);
}

// TeX: The Program, 851 to 853.
JudgedLine judge(const Breakpoint& from, const Breakpoint& to, Length measure, bool is_last) {
  const Length missing = measure - (to.end.width - from.next.width);
  const Length shrink = to.end.shrink - from.next.shrink;
  if (-missing > shrink) return {};
  if (missing < Length()) {
    const double badness = badness_of(-missing, shrink);
    return {badness, badness > 12 ? kTightLine : kNormalLine};
  }
  if (is_last) return {0, kNormalLine};
  const double badness = badness_of(missing, to.end.stretch - from.next.stretch);
  return {badness, badness > 99 ? kVeryLooseLine : badness > 12 ? kLooseLine : kNormalLine};
}

// What a whole way costs, summed line by line with the weights of plain TeX and those for a third
// hyphen in a row and a short last line.
double cost_of(const Lines& lines, const std::vector<Breakpoint>& points,
               const LineBreakOptions& options) {
  double cost = 0;
  Looks before = kNormalLine;
  int hyphens = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Breakpoint& from = points[i == 0 ? 0 : lines[i - 1]];
    const Breakpoint& to = points[lines[i]];
    const bool is_last = i + 1 == lines.size();
    const Length measure =
        i < options.first_measures.size() ? options.first_measures[i] : options.measure;
    const JudgedLine line = judge(from, to, measure, is_last);
    if (line.badness > options.tolerance) return kImpossible;
    cost += (10 + line.badness) * (10 + line.badness) + to.penalty * to.penalty;
    if (std::abs(line.looks - before) > 1) cost += 10000;
    if (from.is_hyphen && to.is_hyphen) cost += 10000;
    if (from.is_hyphen && is_last) cost += 5000;
    hyphens = to.is_hyphen ? hyphens + 1 : 0;
    if (hyphens > 2) cost += 200000;
    const bool is_runt =
        is_last && i > 0 && to.end.width - from.next.width < options.shortest_last_line;
    if (is_runt && options.tolerance < kAnyBadness) return kImpossible;
    if (is_runt) cost += 20000;
    before = line.looks;
  }
  const bool has_count = options.line_count == 0 || lines.size() == options.line_count;
  return has_count ? cost : kImpossible;
}

// The least cost of all ways to choose among the inner breakpoints.
double least_cost(const std::vector<Breakpoint>& points, const LineBreakOptions& options) {
  const auto inner = static_cast<std::uint32_t>(points.size() - 2);
  double least = kImpossible;
  for (std::uint32_t chosen = 0; chosen < 1U << inner; ++chosen) {
    Lines lines;
    for (std::uint32_t i = 0; i < inner; ++i) {
      if ((chosen >> i & 1U) != 0) lines.push_back(i + 1);
    }
    lines.push_back(inner + 1);
    least = std::min(least, cost_of(lines, points, options));
  }
  return least;
}

// Draws the same numbers everywhere, unlike the standard's distributions.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  int roll(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<std::uint32_t>(most - least + 1));
  }

 private:
  std::mt19937 engine_;
};

std::vector<Breakpoint> random_paragraph(Dice& dice) {
  Paragraph paragraph;
  const int pieces = dice.roll(2, 12);
  for (int i = 0; i < pieces; ++i) {
    if (i > 0 && dice.roll(0, 2) == 0) {
      paragraph.space();
    } else if (i > 0) {
      paragraph.hyphen();
    }
    paragraph.piece(Length::from_points(dice.roll(4, 30)));
  }
  return paragraph.finish();
}

LineBreakOptions random_options(Dice& dice) {
  LineBreakOptions options;
  options.measure = Length::from_points(dice.roll(30, 90));
  for (int lines = dice.roll(1, 3); lines > 0; --lines) {
    options.first_measures.push_back(Length::from_points(dice.roll(30, 90)));
  }
  options.tolerance = dice.roll(0, 1) == 0 ? 200 : kAnyBadness;
  options.shortest_last_line = Length::from_points(dice.roll(0, 1) * 20);
  if (dice.roll(0, 3) == 0) options.line_count = static_cast<std::size_t>(dice.roll(1, 6));
  return options;
}

}  // namespace

TEST_CASE("of all ways to break a paragraph the cheapest is found") {
  int compared = 0;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    Dice dice(seed);
    const std::vector<Breakpoint> points = random_paragraph(dice);
    const LineBreakOptions options = random_options(dice);
    const double least = least_cost(points, options);
    if (least == kImpossible) continue;  // the last resort: a line too long for the measure
    const Lines lines = break_lines(points, options);
    INFO("seed ", seed, ", lines end at ", fmt::format("{}", fmt::join(lines, " ")));
    REQUIRE_FALSE(lines.empty());
    CHECK(cost_of(lines, points, options) == doctest::Approx(least));
    ++compared;
  }
  CHECK(compared > 300);
}

TEST_CASE("where no way is within the tolerance there is none") {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    Dice dice(seed);
    const std::vector<Breakpoint> points = random_paragraph(dice);
    LineBreakOptions options = random_options(dice);
    options.tolerance = 200;
    if (least_cost(points, options) < kImpossible) continue;
    CAPTURE(seed);
    CHECK(break_lines(points, options).empty());
  }
}

TEST_CASE("what is wider than the measure stands on a line of its own") {
  Paragraph paragraph;
  paragraph.piece(10_pt);
  paragraph.space();
  paragraph.piece(200_pt);
  paragraph.space();
  paragraph.piece(10_pt);
  LineBreakOptions options;
  options.measure = 50_pt;
  options.first_measures = {50_pt};
  options.tolerance = kAnyBadness;
  CHECK(break_lines(paragraph.finish(), options) == Lines{1, 2, 3});
}

}  // namespace garland
