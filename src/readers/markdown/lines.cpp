#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/unicode.h"
#include "readers/markdown/groups.h"

namespace garland {
namespace {

// Lines broken by hand are rarely longer; a paragraph on one line is rarely shorter.
constexpr std::size_t kWidestWrapped = 100;
constexpr std::size_t kNarrowestWrapped = 40;
constexpr std::size_t kLeastMeasure = 66;
constexpr std::size_t kMostOfWidth = 65;  // per cent: verse stays well below the measure

// How the paragraphs outside of quotations are written.
struct LineHabit {
  int paragraph_count = 0;
  int wrapped_count = 0;   // several lines of a wrapped text's width
  int one_line_count = 0;  // longer than any wrapped line
  int broken_count = 0;    // any line end inside
  std::size_t width = 0;   // the widest wrapped line

  bool is_wrapped() const {
    if (wrapped_count + one_line_count > 0) return wrapped_count > one_line_count;
    return paragraph_count < 3 || broken_count > 0;
  }
};

bool is_line_end(const Markup& node) { return node.kind == Markup::Kind::SoftBreak; }

// Code points of each typed line below `nodes`, added to `lengths`.
void measure_lines(const MarkupList& nodes, std::vector<std::size_t>& lengths) {
  for (const Markup& node : nodes) {
    if (is_line_end(node)) lengths.push_back(0);
    if (node.is_text()) lengths.back() += count_code_points(node.text);
    measure_lines(node.children, lengths);
  }
}

std::vector<std::size_t> line_lengths(const Markup& paragraph) {
  std::vector<std::size_t> lengths = {0};
  measure_lines(paragraph.children, lengths);
  return lengths;
}

void look_at(const Markup& paragraph, LineHabit& habit) {
  const std::vector<std::size_t> lengths = line_lengths(paragraph);
  const std::size_t widest = *std::max_element(lengths.begin(), lengths.end());
  ++habit.paragraph_count;
  if (lengths.size() > 1) ++habit.broken_count;
  if (widest > kWidestWrapped) {
    ++habit.one_line_count;
  } else if (lengths.size() > 1 && widest >= kNarrowestWrapped) {
    ++habit.wrapped_count;
    habit.width = std::max(habit.width, widest);
  }
}

void look_at(const MarkupList& blocks, LineHabit& habit) {
  for (const Markup& block : blocks) {
    if (block.is("blockquote")) continue;
    if (block.is("p")) {
      look_at(block, habit);
    } else {
      look_at(block.children, habit);
    }
  }
}

void keep_lines(MarkupList& nodes) {
  for (Markup& node : nodes) {
    if (is_line_end(node)) {
      const SourceRange range = node.range;
      node = Markup::element("br", range);
    }
    keep_lines(node.children);
  }
}

// Three lines or more, none near the measure: lines of verse. Nobody wraps prose narrower than
// kLeastMeasure, so a narrower habit is only a habit of short paragraphs.
bool is_verse(const Markup& paragraph, std::size_t width) {
  const std::vector<std::size_t> lengths = line_lengths(paragraph);
  const std::size_t widest = *std::max_element(lengths.begin(), lengths.end());
  return lengths.size() >= 3 && width > 0 &&
         widest * 100 < std::max(width, kLeastMeasure) * kMostOfWidth;
}

void keep_in_quotations(MarkupList& blocks, const LineHabit& habit, int quotation_depth) {
  for (Markup& block : blocks) {
    if (block.is("p")) {
      const bool keeps = !habit.is_wrapped() || is_verse(block, habit.width);
      if (quotation_depth > 0 && keeps) keep_lines(block.children);
    } else {
      const int depth = quotation_depth + (block.is("blockquote") ? 1 : 0);
      keep_in_quotations(block.children, habit, depth);
    }
  }
}

}  // namespace

void keep_quoted_lines(MarkupList& blocks) {
  LineHabit habit;
  look_at(blocks, habit);
  keep_in_quotations(blocks, habit, 0);
}

}  // namespace garland
