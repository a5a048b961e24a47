#include "layout/paragraph/paragraph.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "layout/paragraph/break_lines.h"
#include "layout/paragraph/justify.h"
#include "layout/paragraph/segments.h"

namespace garland {
namespace {

// A longer text is set piece by piece, so that memory and time stay in proportion.
constexpr std::size_t kMaxPieceBytes = 100000;

// Worst badness without hyphens. TeX has 100; less gives evener white for a few hyphens more.
constexpr int kPretolerance = 40;
constexpr int kTolerance = 200;
constexpr int kRaggedAllowanceEms = 3;

struct Stanza {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Stanzas end at forced line ends.
std::vector<Stanza> find_stanzas(const std::vector<Segment>& segments) {
  std::vector<Stanza> stanzas;
  std::size_t first = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].break_after != BreakAfter::Mandatory && i + 1 < segments.size()) continue;
    stanzas.push_back({first, i + 1});
    first = i + 1;
  }
  return stanzas;
}

// Sets one piece of a paragraph.
class PieceSetter {
 public:
  PieceSetter(const ParagraphText& source, const ParagraphShape& shape, FontLibrary& fonts)
      : source_(source), shape_(shape), fonts_(fonts) {}

  std::vector<SetLine> set(std::size_t begin, std::size_t end,
                           std::vector<MissingCharacter>* missing) {
    text_ = itemize_paragraph(source_, begin, end, shape_.direction, fonts_);
    shape_segments(text_, fonts_, missing);
    if (begin == shape_.begin_offset) {
      add_indent(shape_.first_indent);
      for (const Length indent : shape_.next_indents) add_indent(indent);
    }
    for (const Stanza& stanza : find_stanzas(text_.segments)) {
      set_stanza(stanza, end < source_.text.size());
    }
    return std::move(lines_);
  }

 private:
  // A negative indent hangs out of the measure; a large one must leave room for text.
  void add_indent(Length indent) { indents_.push_back(std::min(indent, shape_.measure / 2)); }

  // What stands before the paragraph's lines belongs to the first.
  std::size_t text_begin(std::size_t offset) const {
    return offset == shape_.begin_offset ? 0 : offset;
  }

  // Of the line that will be set after so many others.
  Length indent_of(std::size_t line) const {
    return line < indents_.size() ? indents_[line] : Length();
  }

  // `is_continued`: the text goes on behind the piece.
  void set_stanza(const Stanza& stanza, bool is_continued) {
    std::vector<std::uint32_t> ends = choose_breaks(stanza);
    if (shape_.looseness != 0) loosen(stanza, ends);
    const bool is_last_stanza = stanza.last == text_.segments.size();
    std::uint32_t from = 0;
    for (const std::uint32_t end : ends) {
      LinePlan plan;
      plan.from = &points_[from];
      plan.to = &points_[end];
      plan.measure = shape_.measure;
      plan.indent = indent_of(lines_.size());
      plan.text_begin = text_begin(points_[from].next_offset);
      plan.ends_stanza = end + 1 == points_.size() && !(is_last_stanza && is_continued);
      plan.is_followed = shape_.is_followed;
      plan.is_filled = shape_.align == TextAlign::Justify && end + 1 != points_.size();
      if (shape_.align == TextAlign::Justify) plan.fit = shape_.fit;
      plan.align = shape_.align;
      plan.direction = shape_.direction;
      plan.anchors = anchors_between(plan.text_begin, points_[end].next_offset);
      lines_.push_back(set_line(text_, plan, fonts_, scratch_));
      from = end;
    }
  }

  // Three passes: without hyphens, with them, and with lines however loose. TeX's last pass takes
  // every line to stretch more than it does; then loose lines seem good, and hyphens dear.
  std::vector<std::uint32_t> choose_breaks(const Stanza& stanza) {
    BreakpointOptions breakpoints = breakpoint_options();
    points_ = find_breakpoints(text_, stanza.first, stanza.last, breakpoints, fonts_);
    LineBreakOptions options = line_options(stanza);
    options.tolerance = kPretolerance;
    std::vector<std::uint32_t> ends = break_lines(points_, options);
    if (!ends.empty()) return ends;
    allow_cuts(breakpoints);
    points_ = find_breakpoints(text_, stanza.first, stanza.last, breakpoints, fonts_);
    options.tolerance = kTolerance;
    ends = break_lines(points_, options);
    if (!ends.empty()) return ends;
    options.tolerance = kAnyBadness;
    return break_lines(points_, options);
  }

  // Takes breaks that give as many lines as looseness asks for, if there are any.
  void loosen(const Stanza& stanza, std::vector<std::uint32_t>& ends) {
    const std::ptrdiff_t wanted = std::ssize(ends) + shape_.looseness;
    if (wanted < 1) return;
    BreakpointOptions breakpoints = breakpoint_options();
    allow_cuts(breakpoints);
    std::vector<Breakpoint> points =
        find_breakpoints(text_, stanza.first, stanza.last, breakpoints, fonts_);
    LineBreakOptions options = line_options(stanza);
    options.tolerance = kTolerance;
    options.line_count = static_cast<std::size_t>(wanted);
    std::vector<std::uint32_t> other = break_lines(points, options);
    if (other.empty()) return;
    ends = std::move(other);
    points_ = std::move(points);
  }

  BreakpointOptions breakpoint_options() const {
    BreakpointOptions options;
    if (shape_.align == TextAlign::Justify) {
      options.may_hang = shape_.may_hang;
      options.fit = shape_.fit;
    }
    options.measure = shape_.measure;
    for (std::size_t i = lines_.size(); i < indents_.size(); ++i) {
      options.measure = std::min(options.measure, shape_.measure - indents_[i]);
    }
    return options;
  }

  // What the second pass and later ones may do to words.
  void allow_cuts(BreakpointOptions& options) const {
    options.may_hyphenate = shape_.hyphenate;
    options.may_cut = true;
  }

  LineBreakOptions line_options(const Stanza& stanza) const {
    const Length em = text_.font(text_.segments[stanza.first]).size;
    LineBreakOptions options;
    options.measure = shape_.measure;
    std::size_t line = lines_.size();
    do {
      options.first_measures.push_back(shape_.measure - indent_of(line));
    } while (++line < indents_.size());
    options.is_ragged = shape_.align != TextAlign::Justify;
    options.ragged_allowance = em * kRaggedAllowanceEms;
    options.shortest_last_line = std::min(em * 3, shape_.measure / 4);
    return options;
  }

  std::span<const std::pair<std::size_t, std::string>> anchors_between(std::size_t begin,
                                                                       std::size_t end) const {
    const auto& anchors = source_.anchors;
    const auto is_before = [](const auto& anchor, std::size_t offset) {
      return anchor.first < offset;
    };
    // What stands at the text's end belongs to its last line.
    const std::size_t limit = end == source_.text.size() ? end + 1 : end;
    return {std::lower_bound(anchors.begin(), anchors.end(), begin, is_before),
            std::lower_bound(anchors.begin(), anchors.end(), limit, is_before)};
  }

  const ParagraphText& source_;
  const ParagraphShape& shape_;
  FontLibrary& fonts_;
  SegmentedText text_;
  std::vector<Length> indents_;  // of the piece's first lines
  std::vector<Breakpoint> points_;
  std::vector<SetLine> lines_;
  LineScratch scratch_;
};

// Where a piece that begins at `begin` ends: behind a space if there is one, never in a character.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kMaxPieceBytes) return text.size();
  const std::size_t end = begin + kMaxPieceBytes;
  const std::size_t space = text.rfind(' ', end - 1);
  if (space != std::string_view::npos && space > begin + kMaxPieceBytes / 2) return space + 1;
  return character_begin(text, end);
}

void add_marks(const ParagraphText& text, std::vector<SetLine>& lines) {
  std::size_t mark = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_last = i + 1 == lines.size();
    while (mark < text.marks.size() && (is_last || text.marks[mark].first < lines[i].end_offset)) {
      lines[i].marks.push_back(text.marks[mark++].second);
    }
  }
}

// The text on one line, shaped.
SegmentedText shaped(const ParagraphText& text, FontLibrary& fonts) {
  SegmentedText segmented =
      itemize_paragraph(text, 0, text.text.size(), Direction::LeftToRight, fonts);
  shape_segments(segmented, fonts, nullptr);
  return segmented;
}

}  // namespace

std::vector<SetLine> set_paragraph(const ParagraphText& text, const ParagraphShape& shape,
                                   FontLibrary& fonts, std::vector<MissingCharacter>* missing) {
  std::vector<SetLine> lines;
  for (std::size_t begin = shape.begin_offset; begin < text.text.size();) {
    const std::size_t end = piece_end(text.text, begin);
    std::vector<SetLine> piece = PieceSetter(text, shape, fonts).set(begin, end, missing);
    begin = end;
    // The piece's last line is not full: the next piece begins with it.
    if (end < text.text.size() && piece.size() > 1) {
      begin = piece.back().begin_offset;
      piece.pop_back();
    }
    lines.insert(lines.end(), std::make_move_iterator(piece.begin()),
                 std::make_move_iterator(piece.end()));
  }
  add_marks(text, lines);
  return lines;
}

Length natural_width(const ParagraphText& text, FontLibrary& fonts) {
  Length widest, width;
  for (const Segment& segment : shaped(text, fonts).segments) {
    width += segment.width;
    widest = std::max(widest, width);
    if (segment.break_after == BreakAfter::Mandatory) width = Length();
  }
  return widest;
}

Length minimum_width(const ParagraphText& text, FontLibrary& fonts) {
  SegmentedText segmented = shaped(text, fonts);
  Length widest;
  for (const Stanza& stanza : find_stanzas(segmented.segments)) {
    const std::vector<Breakpoint> points =
        find_breakpoints(segmented, stanza.first, stanza.last, {}, fonts);
    for (std::size_t i = 1; i < points.size(); ++i) {
      widest = std::max(widest, points[i].end.width - points[i - 1].next.width);
    }
  }
  return widest;
}

}  // namespace garland
