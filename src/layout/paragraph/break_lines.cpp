#include "layout/paragraph/break_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/rounding.h"

namespace garland {
namespace {

// TeX's parameters of plain format.
constexpr std::int64_t kLinePenalty = 10;
constexpr std::int64_t kAdjacentFitnessDemerits = 10000;
constexpr std::int64_t kDoubleHyphenDemerits = 10000;
constexpr std::int64_t kFinalHyphenDemerits = 5000;
// TeX knows two lines in a row that end in hyphens. A third costs more than some loose lines do.
constexpr std::int64_t kLadderDemerits = 200000;
constexpr std::uint8_t kMostHyphensInARow = 2;
constexpr std::int64_t kRuntDemerits = 20000;
constexpr std::int64_t kNoDemerits = std::numeric_limits<std::int64_t>::max();

// Lines of one class look alike; neighbours of classes not adjacent disturb.
enum Fitness : std::uint8_t { kVeryLoose, kLoose, kNormal, kTight, kFitnessCount };

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// A way to set the text up to a breakpoint.
struct Node {
  std::uint32_t breakpoint = 0;
  std::uint32_t previous = kNone;  // in LineBreaker::nodes_
  // Lines before the breakpoint, up to as many as first_measures and one more than are wanted:
  // behind them all are alike.
  std::uint32_t line = 0;
  std::int64_t demerits = 0;
  Fitness fitness = kNormal;
  std::uint8_t hyphens = 0;  // in a row, up to as many as may be: of the lines before it
};

struct Candidate {
  std::int64_t demerits = kNoDemerits;
  std::uint32_t previous = kNone;
};

// By class; behind them the same for the second hyphen in a row and later ones.
using BestOfLine = std::array<Candidate, std::size_t{2} * kFitnessCount>;

int badness_of(Length needed, Length available) {
  if (needed <= Length()) return 0;
  if (available <= Length()) return kAnyBadness;
  const double ratio = static_cast<double>(needed.units()) / static_cast<double>(available.units());
  const double badness = 100.0 * ratio * ratio * ratio;
  return badness < kAnyBadness ? static_cast<int>(nearest(badness)) : kAnyBadness;
}

class LineBreaker {
 public:
  LineBreaker(const std::vector<Breakpoint>& points, const LineBreakOptions& options)
      : points_(points),
        options_(options),
        best_(std::max(options.first_measures.size(), told_apart(options.line_count))) {}

  std::vector<std::uint32_t> run() {
    nodes_.reserve(points_.size());
    nodes_.push_back({});
    active_.push_back(0);
    for (std::uint32_t i = 1; i < points_.size(); ++i) {
      try_breakpoint(i);
      if (active_.empty()) return {};
    }
    return best_path();
  }

 private:
  // By how many lines ways are told apart where so many are wanted.
  static std::size_t told_apart(std::size_t line_count) {
    return line_count == 0 ? 0 : line_count + 1;
  }

  void try_breakpoint(std::uint32_t index) {
    for (BestOfLine& best : best_) best.fill({});
    has_candidate_ = false;
    std::size_t kept = 0;
    const std::uint32_t last_active = active_.back();
    for (const std::uint32_t node : active_) {
      if (try_line(node, index)) active_[kept++] = node;
    }
    active_.resize(kept);
    // A cluster wider than the measure: it must stand somewhere.
    if (active_.empty() && !has_candidate_ && options_.tolerance >= kAnyBadness) {
      const Node& last = nodes_[last_active];
      best_after(last)[kTight] = {last.demerits, last_active};
      has_candidate_ = true;
    }
    if (index + 1 == points_.size()) active_.clear();
    if (!has_candidate_) return;
    for (std::size_t i = 0; i < best_.size(); ++i) {
      add_nodes(index, static_cast<std::uint32_t>(i + 1), best_[i]);
    }
  }

  // The candidates for a breakpoint that ends the line from a node.
  BestOfLine& best_after(const Node& node) {
    return best_[std::min<std::size_t>(node.line, best_.size() - 1)];
  }

  Length measure_after(const Node& node) const {
    return node.line < options_.first_measures.size() ? options_.first_measures[node.line]
                                                      : options_.measure;
  }

  // Judges the line from a node to a breakpoint. False when the node is of no more use: all later
  // lines from it are too long as well.
  bool try_line(std::uint32_t node_index, std::uint32_t index) {
    const Node& node = nodes_[node_index];
    const Breakpoint& from = points_[node.breakpoint];
    const Breakpoint& to = points_[index];
    const Length measure = measure_after(node);
    const Length missing = measure - (to.end.width - from.next.width);
    const bool is_last = index + 1 == points_.size();
    int badness = 0;
    Fitness fitness = kNormal;
    if (missing < Length()) {
      const Length shrink = options_.is_ragged ? Length() : to.end.shrink - from.next.shrink;
      if (-missing > shrink) return -(missing + to.overhang) <= shrink;
      badness = badness_of(-missing, shrink);
      fitness = badness > 12 ? kTight : kNormal;
    } else if (!is_last) {
      badness = badness_of(missing, stretch_of(from, to));
      fitness = badness > 99 ? kVeryLoose : badness > 12 ? kLoose : kNormal;
    }
    // A short last line is no answer of the earlier passes. A line alone is as short as it is.
    const bool is_runt =
        is_last && node.breakpoint > 0 && measure - missing < options_.shortest_last_line;
    if (badness <= options_.tolerance && (!is_runt || options_.tolerance >= kAnyBadness)) {
      std::int64_t demerits = demerits_of(node, index, badness, fitness);
      if (is_runt) demerits += kRuntDemerits;
      const bool follows_hyphen = node.hyphens > 0 && to.is_hyphen;
      Candidate& best = best_after(node)[fitness + (follows_hyphen ? kFitnessCount : 0)];
      if (demerits < best.demerits) best = {demerits, node_index};
      has_candidate_ = true;
    }
    return true;
  }

  Length stretch_of(const Breakpoint& from, const Breakpoint& to) const {
    return options_.is_ragged ? options_.ragged_allowance : to.end.stretch - from.next.stretch;
  }

  std::int64_t demerits_of(const Node& node, std::uint32_t index, int badness,
                           Fitness fitness) const {
    const Breakpoint& from = points_[node.breakpoint];
    const Breakpoint& to = points_[index];
    const std::int64_t base = kLinePenalty + badness;
    const std::int64_t penalty = to.penalty;
    std::int64_t demerits = node.demerits + base * base + penalty * penalty;
    if (std::abs(fitness - node.fitness) > 1 && !options_.is_ragged) {
      demerits += kAdjacentFitnessDemerits;
    }
    if (from.is_hyphen && to.is_hyphen) demerits += kDoubleHyphenDemerits;
    if (node.hyphens == kMostHyphensInARow && to.is_hyphen) demerits += kLadderDemerits;
    if (from.is_hyphen && index + 1 == points_.size()) demerits += kFinalHyphenDemerits;
    return demerits;
  }

  // Keeps for each class the best way, unless another's is better even with the cost of a
  // disturbing neighbour, or of a ladder. `line`: lines before the breakpoint.
  void add_nodes(std::uint32_t index, std::uint32_t line, const BestOfLine& best) {
    std::int64_t least = kNoDemerits;
    for (const Candidate& candidate : best) least = std::min(least, candidate.demerits);
    if (least == kNoDemerits) return;
    for (std::size_t i = 0; i < best.size(); ++i) {
      const Candidate& candidate = best.at(i);
      if (candidate.previous == kNone) continue;
      const std::uint8_t hyphens = hyphens_after(candidate.previous, index);
      const std::int64_t most_lost = hyphens == 1 ? kLadderDemerits : kAdjacentFitnessDemerits;
      if (candidate.demerits > least + most_lost) continue;
      active_.push_back(static_cast<std::uint32_t>(nodes_.size()));
      nodes_.push_back({index, candidate.previous, line, candidate.demerits,
                        static_cast<Fitness>(i % kFitnessCount), hyphens});
    }
  }

  std::uint8_t hyphens_after(std::uint32_t node, std::uint32_t index) const {
    if (!points_[index].is_hyphen) return 0;
    return std::min<std::uint8_t>(kMostHyphensInARow,
                                  static_cast<std::uint8_t>(nodes_[node].hyphens + 1));
  }

  std::vector<std::uint32_t> best_path() {
    if (options_.line_count > 0) {
      std::erase_if(
          active_, [this](std::uint32_t node) { return nodes_[node].line != options_.line_count; });
      if (active_.empty()) return {};
    }
    const auto is_better = [this](std::uint32_t a, std::uint32_t b) {
      return nodes_[a].demerits < nodes_[b].demerits;
    };
    std::uint32_t node = *std::min_element(active_.begin(), active_.end(), is_better);
    std::vector<std::uint32_t> path;
    for (; nodes_[node].previous != kNone; node = nodes_[node].previous) {
      path.push_back(nodes_[node].breakpoint);
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

  const std::vector<Breakpoint>& points_;
  const LineBreakOptions& options_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> active_;
  // Of the breakpoint that is tried, by the lines before it but one.
  std::vector<BestOfLine> best_;
  bool has_candidate_ = false;
};

}  // namespace

std::vector<std::uint32_t> break_lines(const std::vector<Breakpoint>& breakpoints,
                                       const LineBreakOptions& options) {
  return LineBreaker(breakpoints, options).run();
}

}  // namespace garland
