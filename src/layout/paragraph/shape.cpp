#include <algorithm>
#include <array>

#include "base/contains.h"
#include "layout/paragraph/segments.h"

namespace garland {
namespace {

constexpr std::size_t kMaxMissing = 64;

// A space may grow by a half and shrink by a third, as in TeX's Computer Modern.
constexpr int kSpaceStretchDivisor = 2;
constexpr int kSpaceShrinkDivisor = 3;
// Scripts without spaces are justified by white between their words or signs, up to a sixteenth of
// an em before it counts as bad.
constexpr int kSignStretchDivisor = 16;
constexpr std::array<std::string_view, 10> kSpacelessScripts = {
    "Hani", "Hira", "Kana", "Hang", "Bopo", "Thai", "Laoo", "Khmr", "Mymr", "Yiii"};

// Beside Latin.
constexpr std::array<std::string_view, 5> kTrackedScripts = {"Cyrl", "Grek", "Armn", "Geor",
                                                             "Hebr"};

bool is_spaced(std::string_view script) {
  return script == "Latn" || !contains(kSpacelessScripts, script);
}

// The glyph that a face has for what it lacks: empty or a bare box.
constexpr std::uint32_t kNotdef = 0;

// Notes the first character of a part, from `offset` on, that the face lacks: in a cluster it may
// be a mark. The part begins at `base` of the paragraph's text.
void note_missing(std::vector<MissingCharacter>* missing, std::string_view part, std::size_t offset,
                  std::size_t base, FontLibrary& fonts, FaceId face) {
  if (missing == nullptr || missing->size() >= kMaxMissing) return;
  std::size_t at = offset;
  char32_t c = next_code_point(part, offset);
  while (fonts.has_character(face, c) && offset < part.size()) {
    at = offset;
    c = next_code_point(part, offset);
  }
  if (fonts.has_character(face, c)) return;
  const auto is_same = [c](const MissingCharacter& known) { return known.character == c; };
  if (std::none_of(missing->begin(), missing->end(), is_same)) missing->push_back({c, base + at});
}

class Shaper {
 public:
  Shaper(SegmentedText& text, FontLibrary& fonts, std::vector<MissingCharacter>* missing)
      : text_(text), fonts_(fonts), missing_(missing) {}

  void run() {
    text_.glyphs.reserve(text_.segments.empty() ? 0
                                                : text_.segments.back().end_offset -
                                                      text_.segments.front().begin_offset);
    for (std::size_t i = 0; i < text_.segments.size(); ++i) {
      Segment& segment = text_.segments[i];
      segment.first_glyph = static_cast<std::uint32_t>(text_.glyphs.size());
      switch (segment.kind) {
        case SegmentKind::Word:
          shape_word(segment);
          if (i + 1 < text_.segments.size()) let_stretch(segment, text_.segments[i + 1]);
          break;
        case SegmentKind::Space:
          shape_space(segment);
          break;
        case SegmentKind::Object:
          segment.width = text_.source->objects[segment.object].width;
          break;
        case SegmentKind::LineEnd:
          break;
      }
    }
  }

 private:
  void shape_word(Segment& segment) {
    shape_part(text_, segment, segment.begin_offset, segment.end_offset, fonts_, missing_);
    finish(segment);
  }

  // Every kind of space has the glyph of U+0020.
  void shape_space(Segment& segment) {
    const SetFont& font = text_.font(segment);
    const std::string_view text = text_.text(segment);
    const ShapedGlyph space = space_of(font.face);
    for (std::size_t offset = 0; offset < text.size();) {
      ShapedGlyph glyph = space;
      glyph.cluster = static_cast<std::uint32_t>(offset);
      next_code_point(text, offset);
      text_.glyphs.push_back(glyph);
    }
    if (segment.is_right_to_left()) {
      std::reverse(text_.glyphs.begin() + segment.first_glyph, text_.glyphs.end());
    }
    finish(segment);
    segment.stretch = segment.width / kSpaceStretchDivisor;
    segment.shrink = segment.width / kSpaceShrinkDivisor;
  }

  ShapedGlyph space_of(FaceId face) {
    if (!has_space_ || space_face_ != face) {
      const auto glyphs = fonts_.shape(face, {}, " ", "Zyyy", "", Direction::LeftToRight);
      space_ = glyphs.empty() ? ShapedGlyph{} : glyphs.front();
      space_face_ = face;
      has_space_ = true;
    }
    return space_;
  }

  void finish(Segment& segment) {
    segment.glyph_count = static_cast<std::uint32_t>(text_.glyphs.size()) - segment.first_glyph;
    segment.width = width_of(text_.glyphs.data() + segment.first_glyph, segment.glyph_count,
                             text_.font(segment), text_.span(segment).letter_spacing);
  }

  void let_stretch(Segment& segment, const Segment& next) {
    if (segment.break_after != BreakAfter::Allowed || next.kind != SegmentKind::Word) return;
    if (!is_spaced(segment.script)) {
      segment.stretch = text_.font(segment).size / kSignStretchDivisor;
    }
  }

  SegmentedText& text_;
  FontLibrary& fonts_;
  std::vector<MissingCharacter>* missing_;
  ShapedGlyph space_;
  FaceId space_face_ = 0;
  bool has_space_ = false;
};

}  // namespace

void shape_segments(SegmentedText& text, FontLibrary& fonts,
                    std::vector<MissingCharacter>* missing) {
  Shaper(text, fonts, missing).run();
}

void shape_part(SegmentedText& text, const Segment& segment, std::uint32_t begin_offset,
                std::uint32_t end_offset, FontLibrary& fonts,
                std::vector<MissingCharacter>* missing) {
  const TextSpan& span = text.span(segment);
  const FaceId face = text.font(segment).face;
  const std::string_view part =
      std::string_view(text.source->text).substr(begin_offset, end_offset - begin_offset);
  const std::size_t first = text.glyphs.size();
  fonts.shape_into(face, features_of(span), part, segment.script, span.language,
                   segment.is_right_to_left() ? Direction::RightToLeft : Direction::LeftToRight,
                   text.glyphs);
  for (std::size_t i = first; i < text.glyphs.size(); ++i) {
    ShapedGlyph& glyph = text.glyphs[i];
    if (glyph.glyph != kNotdef) continue;
    note_missing(missing, part, glyph.cluster, begin_offset, fonts, face);
    glyph.glyph = fonts.stand_in(face);
    glyph.x_advance = fonts.advance(face, glyph.glyph);
    glyph.x_offset = glyph.y_offset = 0;
  }
}

GlyphRange glyphs_of_part(const SegmentedText& text, const Segment& segment,
                          std::uint32_t begin_offset, std::uint32_t end_offset) {
  const ShapedGlyph* first = text.glyphs.data() + segment.first_glyph;
  const ShapedGlyph* last = first + segment.glyph_count;
  // Glyphs whose cluster begins before an offset: at the front in left-to-right text, else behind.
  const auto split = [&](std::uint32_t offset) {
    const std::uint32_t cluster = offset - segment.begin_offset;
    return segment.is_right_to_left()
               ? std::partition_point(first, last,
                                      [&](const auto& g) { return g.cluster >= cluster; })
               : std::partition_point(first, last,
                                      [&](const auto& g) { return g.cluster < cluster; });
  };
  const ShapedGlyph* from = begin_offset == segment.begin_offset
                                ? (segment.is_right_to_left() ? last : first)
                                : split(begin_offset);
  const ShapedGlyph* to = end_offset == segment.end_offset
                              ? (segment.is_right_to_left() ? first : last)
                              : split(end_offset);
  if (from > to) std::swap(from, to);
  return {static_cast<std::uint32_t>(from - text.glyphs.data()),
          static_cast<std::uint32_t>(to - from)};
}

bool may_expand(const Segment& segment) {
  return segment.kind == SegmentKind::Word && is_spaced(segment.script);
}

bool may_track(const Segment& segment) {
  if (segment.kind != SegmentKind::Word) return false;
  return segment.script == "Latn" || contains(kTrackedScripts, segment.script);
}

Length width_of(const ShapedGlyph* glyphs, std::size_t count, const SetFont& font,
                Length letter_spacing) {
  Length width;
  for (std::size_t i = 0; i < count; ++i) {
    width += font.scaled(glyphs[i].x_advance);
    if (i + 1 == count || glyphs[i + 1].cluster != glyphs[i].cluster) width += letter_spacing;
  }
  return width;
}

Features features_of(const TextSpan& span) {
  Features features = span.features;
  if (span.letter_spacing != Length()) features.ligatures = false;
  return features;
}

}  // namespace garland
