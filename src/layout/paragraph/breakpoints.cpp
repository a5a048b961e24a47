#include "layout/paragraph/breakpoints.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "layout/paragraph/word_breaks.h"

namespace garland {
namespace {

// What part of its width a sign hangs by, in thousandths, at a line's end and beginning: enough for
// the edge to look straight.
struct Hang {
  std::string_view sign;
  int end;
  int begin;
};
constexpr std::array<Hang, 14> kHangs = {{{".", 600, 0},
                                          {",", 600, 0},
                                          {"-", 450, 0},
                                          {":", 300, 0},
                                          {";", 300, 0},
                                          {"’", 500, 400},
                                          {"”", 400, 0},
                                          {"‘", 0, 400},
                                          {"“", 0, 350},
                                          {"–", 250, 0},
                                          {"—", 120, 0},
                                          {"'", 400, 400},
                                          {"\"", 300, 300},
                                          {"\u00AD", 450, 0}}};

Length thousandths(Length length, int count) { return length * count / 1000; }

class BreakpointFinder {
 public:
  BreakpointFinder(SegmentedText& text, std::size_t first, std::size_t last,
                   const BreakpointOptions& options, FontLibrary& fonts)
      : text_(text), first_(first), last_(last), options_(options), fonts_(fonts) {}

  std::vector<Breakpoint> find() {
    breakpoints_.reserve(last_ - first_ + 2);
    add_start();
    trimmed_end_ = first_;
    word_end_ = first_;
    for (std::size_t i = first_; i < last_; ++i) {
      const Segment& segment = text_.segments[i];
      if (i == word_end_) begin_word(i);
      if (segment.kind == SegmentKind::Word) add_inside(i);
      sum_.width += segment.width;
      sum_.stretch += segment.stretch;
      sum_.shrink += segment.shrink;
      add_fit(sum_, segment, segment.width, segment.glyph_count);
      if (segment.kind != SegmentKind::Space) {
        trimmed_end_ = i + 1;
        trimmed_ = sum_;
        // A break behind the segment does without the white that it would have had.
        if (segment.kind == SegmentKind::Word) trimmed_.stretch -= segment.stretch;
      }
      if (i + 1 < last_) add_after(i);
    }
    add_final();
    return std::move(breakpoints_);
  }

 private:
  // Adds what the letters of a segment may give, or of its beginning.
  void add_fit(Flexible& sum, const Segment& segment, Length width, std::uint32_t glyphs) const {
    Length fit;
    if (may_expand(segment)) fit += thousandths(width, options_.fit.expansion.thousandths);
    if (may_track(segment)) {
      fit += thousandths(text_.font(segment).size, options_.fit.tracking.thousandths) * glyphs;
    }
    sum.stretch += fit;
    sum.shrink += fit;
  }

  void add_start() {
    Breakpoint start;
    start.end_segment = start.next_segment = static_cast<std::uint32_t>(first_);
    if (first_ < last_) {
      start.end_offset = start.next_offset = text_.segments[first_].begin_offset;
    }
    hang_begin(start);
    breakpoints_.push_back(start);
  }

  // A word is what stands between two breaks: often one segment, or several of different styles.
  void begin_word(std::size_t i) {
    word_width_ = Length();
    std::size_t end = i;
    while (end < last_) {
      word_width_ += text_.segments[end].width;
      if (text_.segments[end++].break_after != BreakAfter::None) break;
    }
    word_end_ = end;
    // Annex 14 cuts addresses at some of their slashes: look at all up to the next space.
    const std::size_t begin = text_.segments[i].begin_offset;
    if (text_.segments[i].kind != SegmentKind::Word || begin < token_end_) return;
    const std::string_view all =
        std::string_view(text_.source->text).substr(0, text_.segments[last_ - 1].end_offset);
    static constexpr ByteSet kTokenEnds(" \n");
    token_end_ = kTokenEnds.first_in(all, begin);
    address_end_ = is_address(all.substr(begin, token_end_ - begin)) ? token_end_ : begin;
  }

  void add_inside(std::size_t i) {
    const Segment& segment = text_.segments[i];
    inner_.clear();
    const bool must_cut = options_.may_cut && word_width_ > options_.measure;
    if (segment.begin_offset < address_end_ || !text_.span(segment).hyphenate) {
      find_address_breaks(text_.text(segment), segment.begin_offset, inner_);
    } else if (options_.may_hyphenate || must_cut) {
      find_hyphens(text_, segment, inner_);
    }
    if (must_cut) add_graphemes(segment);
    std::uint32_t done_offset = segment.begin_offset;
    Length done_width;
    std::uint32_t done_glyphs = 0;
    for (const InnerBreak& inner : inner_) {
      const GlyphRange range = glyphs_of_part(text_, segment, done_offset, inner.offset);
      done_width += width_of(text_.glyphs.data() + range.first, range.count, text_.font(segment),
                             text_.span(segment).letter_spacing);
      done_glyphs += range.count;
      done_offset = inner.offset;
      add_inner(i, inner, done_width, done_glyphs);
    }
  }

  // Other places stay as they are where both kinds meet.
  void add_graphemes(const Segment& segment) {
    graphemes_.clear();
    find_grapheme_breaks(text_, segment, graphemes_);
    const auto is_before = [](const InnerBreak& a, const InnerBreak& b) {
      return a.offset < b.offset;
    };
    std::vector<InnerBreak> merged;
    merged.reserve(inner_.size() + graphemes_.size());
    std::set_union(inner_.begin(), inner_.end(), graphemes_.begin(), graphemes_.end(),
                   std::back_inserter(merged), is_before);
    inner_ = std::move(merged);
  }

  void add_inner(std::size_t i, const InnerBreak& inner, Length width_before,
                 std::uint32_t glyphs_before) {
    const Segment& segment = text_.segments[i];
    Breakpoint point;
    point.end_segment = point.next_segment = static_cast<std::uint32_t>(i);
    point.end_offset = point.next_offset = inner.offset;
    point.end = sum_;
    point.end.width += width_before;
    add_fit(point.end, segment, width_before, glyphs_before);
    point.next = point.end;
    point.penalty = inner.penalty;
    point.is_hyphen = inner.is_hyphen;
    if (inner.is_hyphen) {
      const Length hyphen = hyphen_width(segment.font);
      point.overhang = hyphen;
      point.end.width += hyphen;
      if (options_.may_hang) {
        point.end_hang = thousandths(hyphen, kHangs.back().end);
        point.end.width -= point.end_hang;
      }
    }
    breakpoints_.push_back(point);
  }

  void add_after(std::size_t i) {
    const Segment& segment = text_.segments[i];
    const bool must_cut =
        options_.may_cut && word_width_ > options_.measure && segment.kind != SegmentKind::Space;
    // Spaces that open a stanza are the text's own indent: no break behind them.
    if ((segment.break_after != BreakAfter::Allowed && !must_cut) || trimmed_end_ == first_) return;
    Breakpoint point = trimmed_point();
    point.next_segment = static_cast<std::uint32_t>(i + 1);
    point.next_offset = text_.segments[i + 1].begin_offset;
    point.next = sum_;
    if (segment.break_after != BreakAfter::Allowed) {
      point.penalty = kEmergencyPenalty;
    } else if (segment.kind == SegmentKind::Word) {
      point.penalty = penalty_between(text_.text(segment), text_.text(text_.segments[i + 1]));
    }
    hang_begin(point);
    breakpoints_.push_back(point);
  }

  void add_final() {
    Breakpoint point = trimmed_point();
    point.next_segment = static_cast<std::uint32_t>(last_);
    point.next_offset = last_ > first_ ? text_.segments[last_ - 1].end_offset : 0;
    point.next = sum_;
    breakpoints_.push_back(point);
  }

  // A line end behind the last segment that is no space.
  Breakpoint trimmed_point() {
    Breakpoint point;
    point.end_segment = static_cast<std::uint32_t>(trimmed_end_);
    point.end = trimmed_;
    if (trimmed_end_ > first_) {
      const Segment& segment = text_.segments[trimmed_end_ - 1];
      point.end_offset = segment.end_offset;
      if (options_.may_hang && segment.kind == SegmentKind::Word && !segment.is_right_to_left()) {
        point.end_hang = hang_of(segment, false);
        point.end.width -= point.end_hang;
      }
    }
    return point;
  }

  void hang_begin(Breakpoint& point) {
    if (!options_.may_hang || point.next_segment >= last_) return;
    const Segment& segment = text_.segments[point.next_segment];
    if (segment.kind != SegmentKind::Word || segment.is_right_to_left()) return;
    point.next_hang = hang_of(segment, true);
    point.next.width += point.next_hang;
  }

  Length hyphen_width(std::uint32_t font) {
    if (hyphen_font_ != font) {
      hyphen_font_ = font;
      const SetFont& set = text_.fonts[font];
      hyphen_width_ = set.scaled(glyph_of(kHyphen, set, fonts_).x_advance);
    }
    return hyphen_width_;
  }

  // How far a word's first or last glyph hangs.
  Length hang_of(const Segment& segment, bool is_begin) const {
    const std::string_view word = text_.text(segment);
    const char edge = is_begin ? word.front() : word.back();
    if (is_ascii_letter(edge) || segment.glyph_count == 0) return {};
    for (const Hang& hang : kHangs) {
      if (is_begin ? !word.starts_with(hang.sign) : !word.ends_with(hang.sign)) continue;
      const std::uint32_t glyph = segment.first_glyph + (is_begin ? 0 : segment.glyph_count - 1);
      const Length advance = text_.font(segment).scaled(text_.glyphs[glyph].x_advance);
      return thousandths(advance, is_begin ? hang.begin : hang.end);
    }
    return {};
  }

  SegmentedText& text_;
  std::size_t first_, last_;
  BreakpointOptions options_;
  FontLibrary& fonts_;
  std::vector<Breakpoint> breakpoints_;
  std::vector<InnerBreak> inner_, graphemes_;
  Flexible sum_, trimmed_;
  std::size_t trimmed_end_ = 0;  // behind the last segment that is no space
  std::size_t word_end_ = 0;     // segment behind the present word
  Length word_width_;
  std::optional<std::uint32_t> hyphen_font_;  // of the last hyphen looked at
  Length hyphen_width_;
  std::size_t token_end_ = 0;    // of what stands between two spaces, looked at once
  std::size_t address_end_ = 0;  // text offset
};

}  // namespace

std::vector<Breakpoint> find_breakpoints(SegmentedText& text, std::size_t first, std::size_t last,
                                         const BreakpointOptions& options, FontLibrary& fonts) {
  return BreakpointFinder(text, first, last, options, fonts).find();
}

ShapedGlyph glyph_of(std::string_view sign, const SetFont& font, FontLibrary& fonts) {
  const auto glyphs = fonts.shape(font.face, {}, sign, "Zyyy", "", Direction::LeftToRight);
  return glyphs.empty() ? ShapedGlyph{} : glyphs.front();
}

}  // namespace garland
