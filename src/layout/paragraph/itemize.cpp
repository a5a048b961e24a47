#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "layout/paragraph/opportunities.h"
#include "layout/paragraph/segments.h"

namespace garland {
namespace {

// What a character is to the segmenter.
enum class Character { Word, Space, LineEnd, Object };

Character character_at(std::string_view text, std::size_t& offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte > 0x20 && byte < 0x7F) {
    ++offset;
    return Character::Word;
  }
  const char32_t c = next_code_point(text, offset);
  if (c == U'\n' || c == U'\v' || c == U'\f' || c == U'\r' || c == 0x85) return Character::LineEnd;
  if (c == 0x2028 || c == 0x2029) return Character::LineEnd;
  // Control characters have no glyph; they show as the space that a tab is.
  if (c <= 0x20 || c == 0x7F || c == 0xA0) return Character::Space;
  return c == 0xFFFC ? Character::Object : Character::Word;
}

// Whether all letters are Latin, told by the first bytes of their UTF-8: U+0080 to U+027F, and the
// general punctuation U+2000 to U+203F. Such text is one script run.
bool is_latin(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xCA) continue;
    if (byte != 0xE2 || static_cast<unsigned char>(text[i + 1]) != 0x80) return false;
  }
  return true;
}

// A letter with marks without end would be wider than any line, and is cut. What joins the letter
// before or after without being a mark, as Thai's sara am or Arabic's signs of numbers, is as wide
// as letters; the longest joined signs in use are emoji of a family.
constexpr std::size_t kMostMarks = 12;
constexpr std::size_t kMarksPerLetter = 4;
constexpr char32_t kFirstMark = 0x300;
constexpr char32_t kZeroWidthJoiner = 0x200D;

bool is_leading_jamo(char32_t c) { return c >= 0x1100 && c <= 0x115F; }

bool joins(char32_t c, char32_t before) {
  if (c < kFirstMark) return false;
  const bool is_letter_sign = c == 0x0E33 || c == 0x0EB3 || (c >= 0x0600 && c <= 0x0605) ||
                              (is_leading_jamo(c) && is_leading_jamo(before));
  return is_letter_sign || c == kZeroWidthJoiner || before == kZeroWidthJoiner || is_mark(c);
}

// Where the text is to be cut first, or its end.
std::size_t find_cut(std::string_view text) {
  std::size_t marks = 0;
  char32_t before = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    const bool is_wide = c < kZeroWidthJoiner && !is_mark(c);
    marks = joins(c, before) ? marks + (is_wide ? kMarksPerLetter : 1) : 0;
    if (marks > kMostMarks) return begin;
    before = c;
  }
  return text.size();
}

bool ends_in_soft_hyphen(std::string_view text) { return text.ends_with("\u00AD"); }

class Itemizer {
 public:
  Itemizer(const ParagraphText& source, std::size_t begin, std::size_t end, Direction direction,
           FontLibrary& fonts)
      : text_(std::string_view(source.text).substr(begin, end - begin)),
        base_(begin),
        fonts_(fonts) {
    out_.source = &source;
    span_ = first_span(source, begin);
    const std::string_view language =
        span_ < source.spans.size() ? std::string_view(source.spans[span_].language) : "";
    breaks_ = find_opportunities(text_, language);
    levels_ = bidi_runs(text_, direction);
    if (is_latin(text_)) {
      scripts_.push_back({0, text_.size(), "Latn"});
    } else {
      scripts_ = script_runs(text_);
    }
  }

  SegmentedText run() {
    out_.segments.reserve(breaks_.size() * 2 + 8);
    const std::vector<TextSpan>& spans = out_.source->spans;
    for (; span_ < spans.size() && spans[span_].begin_offset < base_ + text_.size(); ++span_) {
      const std::size_t begin = std::max(spans[span_].begin_offset, base_) - base_;
      const std::size_t end = std::min(spans[span_].end_offset - base_, text_.size());
      if (begin < end) cut_span(spans[span_], begin, end);
    }
    return std::move(out_);
  }

 private:
  static std::size_t first_span(const ParagraphText& source, std::size_t begin) {
    const auto is_before = [](const TextSpan& span, std::size_t offset) {
      return span.end_offset <= offset;
    };
    const auto found = std::lower_bound(source.spans.begin(), source.spans.end(), begin, is_before);
    return static_cast<std::size_t>(found - source.spans.begin());
  }

  void cut_span(const TextSpan& span, std::size_t begin, std::size_t end) {
    const std::string_view text = text_.substr(begin, end - begin);
    for (const FaceRun& run : fonts_.itemize(span.font, text, span.language)) {
      const std::uint32_t font = font_for(span, run.face);
      const std::size_t run_end = begin + run.end_offset;
      for (std::size_t at = begin + run.begin_offset; at < run_end;) {
        at = add_segment(at, run_end, font);
      }
    }
  }

  std::uint32_t font_for(const TextSpan& span, FaceId face) {
    if (out_.fonts.empty() || out_.fonts.back().face != face ||
        out_.fonts.back().size != span.size) {
      const FaceMetrics& metrics = fonts_.metrics(face);
      SetFont font{face, span.size, 1.0 / std::max(metrics.units_per_em, 1), {}, {}};
      font.ascent = font.scaled(metrics.ascender);
      font.descent = font.scaled(-metrics.descender);
      out_.fonts.push_back(font);
    }
    return static_cast<std::uint32_t>(out_.fonts.size() - 1);
  }

  // Adds the segment that begins at `begin` and gives its end.
  std::size_t add_segment(std::size_t begin, std::size_t limit, std::uint32_t font) {
    advance_to(begin);
    limit = std::min(
        {limit, levels_[level_].end_offset, scripts_[script_].end_offset, breaks_[break_].offset});
    Character kind = Character::Word;
    if (begin >= uncut_end_) kind = find_end(begin, limit);
    const std::size_t end = cut_marks(begin, uncut_end_);
    Segment segment;
    segment.begin_offset = static_cast<std::uint32_t>(base_ + begin);
    segment.end_offset = static_cast<std::uint32_t>(base_ + end);
    segment.span = static_cast<std::uint32_t>(span_);
    segment.font = font;
    segment.level = levels_[level_].level;
    segment.script = scripts_[script_].script;
    segment.break_after = break_at(end);
    set_kind(segment, kind);
    out_.segments.push_back(segment);
    return end;
  }

  // Sets the end of the segment that begins at `begin`, were it not cut, and gives its kind.
  Character find_end(std::size_t begin, std::size_t limit) {
    uncut_end_ = begin;
    const Character kind = character_at(text_, uncut_end_);
    while (uncut_end_ < limit && (kind == Character::Word || kind == Character::Space)) {
      std::size_t next = uncut_end_;
      if (character_at(text_, next) != kind) break;
      uncut_end_ = next;
    }
    return kind;
  }

  // The first cut through a letter with too many marks, or else `end`.
  std::size_t cut_marks(std::size_t begin, std::size_t end) const {
    const std::string_view text = text_.substr(begin, end - begin);
    return text.size() <= kMostMarks || is_ascii(text) ? end : begin + find_cut(text);
  }

  void set_kind(Segment& segment, Character kind) {
    segment.kind = kind == Character::Space     ? SegmentKind::Space
                   : kind == Character::LineEnd ? SegmentKind::LineEnd
                                                : SegmentKind::Word;
    if (kind != Character::Object) return;
    const auto& objects = out_.source->objects;
    const auto found = std::lower_bound(
        objects.begin(), objects.end(), segment.begin_offset,
        [](const InlineObject& object, std::size_t offset) { return object.offset < offset; });
    if (found == objects.end() || found->offset != segment.begin_offset) return;
    segment.kind = SegmentKind::Object;
    segment.object = static_cast<std::uint32_t>(found - objects.begin());
  }

  // Moves the cursors to the runs that hold `offset`, and to the first break behind it. A soft
  // hyphen's break does not cut its word: it is one of the word's own.
  void advance_to(std::size_t offset) {
    while (levels_[level_].end_offset <= offset) ++level_;
    while (scripts_[script_].end_offset <= offset) ++script_;
    while (breaks_[break_].offset <= offset ||
           (break_ + 1 < breaks_.size() && !breaks_[break_].is_mandatory &&
            ends_in_soft_hyphen(text_.substr(0, breaks_[break_].offset)))) {
      ++break_;
    }
  }

  BreakAfter break_at(std::size_t offset) const {
    if (breaks_[break_].offset != offset) return BreakAfter::None;
    return breaks_[break_].is_mandatory ? BreakAfter::Mandatory : BreakAfter::Allowed;
  }

  std::string_view text_;
  std::size_t base_;
  FontLibrary& fonts_;
  SegmentedText out_;
  std::vector<BreakOpportunity> breaks_;
  std::vector<BidiRun> levels_;
  std::vector<ScriptRun> scripts_;
  std::size_t uncut_end_ = 0;  // of the segment, or of the one that this is a piece of
  std::size_t span_ = 0, level_ = 0, script_ = 0, break_ = 0;
};

}  // namespace

SegmentedText itemize_paragraph(const ParagraphText& text, std::size_t begin, std::size_t end,
                                Direction direction, FontLibrary& fonts) {
  return Itemizer(text, begin, end, direction, fonts).run();
}

}  // namespace garland
