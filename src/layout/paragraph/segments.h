// A paragraph's text cut into segments, the units that are shaped and moved as wholes: words (or
// parts of words, where style, script, direction or face changes) and the spaces between them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/paragraph/paragraph.h"

namespace garland {

constexpr std::string_view kSoftHyphen = "\u00AD";

enum class SegmentKind : std::uint8_t {
  Word,
  Space,    // one or more spaces that stretch and shrink; vanish at a line's end
  Object,   // U+FFFC
  LineEnd,  // "\n" and its like: no glyphs
};
enum class BreakAfter : std::uint8_t { None, Allowed, Mandatory };

struct Segment {
  std::uint32_t begin_offset = 0;  // in the paragraph's text
  std::uint32_t end_offset = 0;
  std::uint32_t span = 0;    // of ParagraphText::spans
  std::uint32_t font = 0;    // of SegmentedText::fonts
  std::uint32_t object = 0;  // of ParagraphText::objects, for Object
  // Glyphs in visual order; their clusters count from begin_offset.
  std::uint32_t first_glyph = 0;
  std::uint32_t glyph_count = 0;
  SegmentKind kind = SegmentKind::Word;
  BreakAfter break_after = BreakAfter::None;
  std::uint8_t level = 0;   // of embedding; odd: right to left
  std::string_view script;  // ISO 15924
  Length width;             // natural
  Length stretch, shrink;

  bool is_right_to_left() const { return (level & 1U) != 0; }
};

// A face at a size.
struct SetFont {
  FaceId face = 0;
  Length size;
  double ems_per_unit = 0.001;
  Length ascent, descent;  // both positive

  // Cut to whole units. Asked of every glyph, several times: no division of integers. The half is
  // more than a double's error and less than what is cut off.
  Length scaled(int design_units) const {
    const auto product = static_cast<double>(size.units() * design_units);
    return Length::from_units(
        static_cast<std::int64_t>((product < 0 ? product - 0.5 : product + 0.5) * ems_per_unit));
  }
};

struct SegmentedText {
  const ParagraphText* source = nullptr;
  std::vector<Segment> segments;
  std::vector<SetFont> fonts;
  std::vector<ShapedGlyph> glyphs;

  const TextSpan& span(const Segment& segment) const { return source->spans[segment.span]; }
  const SetFont& font(const Segment& segment) const { return fonts[segment.font]; }
  std::string_view text(const Segment& segment) const {
    return std::string_view(source->text)
        .substr(segment.begin_offset, segment.end_offset - segment.begin_offset);
  }
};

// Cuts the text from `begin` to `end` by break opportunities (annex 14), levels (annex 9), scripts
// (annex 24), spans and faces. Glyphs and widths are left for shape_segments.
SegmentedText itemize_paragraph(const ParagraphText& text, std::size_t begin, std::size_t end,
                                Direction direction, FontLibrary& fonts);

// Fills glyphs, widths, stretch and shrink. `missing` (may be null) receives characters without a
// glyph, each once, at most 64.
void shape_segments(SegmentedText& text, FontLibrary& fonts,
                    std::vector<MissingCharacter>* missing);

// Appends the glyphs for a part of a segment's text, whose clusters count from the part's own
// beginning. What the face has no glyph for gets the face's stand-in.
void shape_part(SegmentedText& text, const Segment& segment, std::uint32_t begin_offset,
                std::uint32_t end_offset, FontLibrary& fonts,
                std::vector<MissingCharacter>* missing);

// The glyphs of a segment for the part of its text between two offsets of the paragraph's text, as
// a range of SegmentedText::glyphs. Cuts inside a cluster fall behind it.
struct GlyphRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};
GlyphRange glyphs_of_part(const SegmentedText& text, const Segment& segment,
                          std::uint32_t begin_offset, std::uint32_t end_offset);

// Whether a segment's glyphs may be a little wider or narrower to fill a line: the words of scripts
// that set white between them.
bool may_expand(const Segment& segment);
// Whether they may stand a little further apart or closer: not where letters join.
bool may_track(const Segment& segment);

// Width of glyphs at a font's size, with the span's letter spacing.
Length width_of(const ShapedGlyph* glyphs, std::size_t count, const SetFont& font,
                Length letter_spacing);

// What a span's glyphs are shaped with: letter spacing takes ligatures apart.
Features features_of(const TextSpan& span);

}  // namespace garland
