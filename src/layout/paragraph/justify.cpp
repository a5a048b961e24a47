#include "layout/paragraph/justify.h"

#include <algorithm>
#include <numeric>

#include "base/rounding.h"
#include "layout/paragraph/line_parts.h"

namespace garland {
namespace {

// How much sooner than the white letters give what they may.
constexpr double kLetterReadiness = 2;

Length in_thousandths_of_point(Length length) {
  return Length::from_points(static_cast<double>(nearest(length.points() * 1000)) / 1000);
}

class LineSetter {
 public:
  LineSetter(SegmentedText& text, const LinePlan& plan, FontLibrary& fonts, LineScratch& scratch)
      : text_(text),
        plan_(plan),
        fonts_(fonts),
        scratch_(scratch),
        parts_(scratch.parts),
        order_(scratch.order) {}

  SetLine run() {
    parts_.clear();
    line_.begin_offset = plan_.text_begin;
    line_.end_offset = plan_.to->next_offset;
    line_.ends_in_hyphen = plan_.to->is_hyphen;
    collect_parts();
    if (!parts_.empty()) parts_.front().begin_offset = static_cast<std::uint32_t>(plan_.text_begin);
    justify();
    order_parts();
    place_parts();
    write_items(text_, scratch_, line_.items);
    measure_height();
    add_links();
    add_anchors();
    return std::move(line_);
  }

 private:
  void collect_parts() {
    const Breakpoint& from = *plan_.from;
    const Breakpoint& to = *plan_.to;
    parts_.reserve(to.end_segment - std::min(from.next_segment, to.end_segment) + 3U);
    for (std::uint32_t i = from.next_segment; i < to.end_segment; ++i) add_part(i);
    const bool ends_inside = to.next_segment == to.end_segment &&
                             to.end_segment < segment_count() &&
                             to.end_offset > text_.segments[to.end_segment].begin_offset;
    if (ends_inside) add_part(to.end_segment);
    if (!parts_.empty()) parts_.back().stretch = parts_.back().shrink = Length();
    if (to.is_hyphen) {
      add_hyphen(to.end_segment);
    } else if (plan_.ends_stanza) {
      if (plan_.is_followed || to.next_segment < segment_count()) add_parting_space();
    } else if (to.next_segment > to.end_segment && !parts_.empty()) {
      add_last_space(to.end_segment);
    }
  }

  std::size_t segment_count() const { return text_.segments.size(); }

  void add_part(std::uint32_t index) {
    const Segment& segment = text_.segments[index];
    if (segment.kind == SegmentKind::LineEnd) return;
    LinePart part;
    part.segment = index;
    part.kind = segment.kind == SegmentKind::Object ? LinePart::Kind::Object : LinePart::Kind::Text;
    part.begin_offset = std::max(segment.begin_offset, plan_.from->next_offset);
    part.end_offset = segment.end_offset;
    if (index == plan_.to->end_segment) part.end_offset = plan_.to->end_offset;
    part.first_glyph = segment.first_glyph;
    part.glyph_count = segment.glyph_count;
    part.cluster_base = segment.begin_offset;
    part.level = segment.level;
    part.width = segment.width;
    part.stretch = segment.stretch;
    part.shrink = segment.shrink;
    const bool is_whole =
        part.begin_offset == segment.begin_offset && part.end_offset == segment.end_offset;
    if (!is_whole) cut_glyphs(segment, part);
    parts_.push_back(part);
  }

  void cut_glyphs(const Segment& segment, LinePart& part) {
    const bool is_reshaped = (part.begin_offset > segment.begin_offset && plan_.from->is_hyphen &&
                              !is_safe_cut(segment, part.begin_offset)) ||
                             (part.end_offset < segment.end_offset && plan_.to->is_hyphen &&
                              !is_safe_cut(segment, part.end_offset));
    if (is_reshaped) {
      part.first_glyph = static_cast<std::uint32_t>(text_.glyphs.size());
      shape_part(text_, segment, part.begin_offset, part.end_offset, fonts_, nullptr);
      part.glyph_count = static_cast<std::uint32_t>(text_.glyphs.size()) - part.first_glyph;
      part.cluster_base = part.begin_offset;
    } else {
      const GlyphRange range = glyphs_of_part(text_, segment, part.begin_offset, part.end_offset);
      part.first_glyph = range.first;
      part.glyph_count = range.count;
    }
    part.width = width_of(text_.glyphs.data() + part.first_glyph, part.glyph_count,
                          text_.font(segment), text_.span(segment).letter_spacing);
  }

  // Hyphens are added to left-to-right words only.
  bool is_safe_cut(const Segment& segment, std::uint32_t offset) const {
    const GlyphRange after = glyphs_of_part(text_, segment, offset, segment.end_offset);
    if (after.count == 0) return false;
    const ShapedGlyph& glyph = text_.glyphs[after.first];
    return glyph.is_safe_to_break && segment.begin_offset + glyph.cluster == offset;
  }

  void add_hyphen(std::uint32_t index) {
    const Segment& segment = text_.segments[index];
    LinePart part;
    part.kind = LinePart::Kind::Hyphen;
    part.segment = index;
    part.begin_offset = part.end_offset = plan_.to->end_offset;
    part.level = segment.level;
    part.first_glyph = static_cast<std::uint32_t>(text_.glyphs.size());
    part.glyph_count = 1;
    text_.glyphs.push_back(glyph_of(kHyphen, text_.font(segment), fonts_));
    part.width = text_.font(segment).scaled(text_.glyphs.back().x_advance);
    parts_.push_back(part);
  }

  void add_last_space(std::uint32_t index) {
    const Segment& segment = text_.segments[index];
    if (segment.kind != SegmentKind::Space || segment.glyph_count == 0) return;
    LinePart part;
    part.kind = LinePart::Kind::LastSpace;
    part.segment = index;
    part.begin_offset = segment.begin_offset;
    part.end_offset = segment.end_offset;
    part.first_glyph = segment.first_glyph;
    part.glyph_count = 1;
    part.level = plan_.direction == Direction::RightToLeft ? 1 : 0;
    parts_.push_back(part);
  }

  // The text itself ends the line, without a space: one of no width keeps the words on both sides
  // apart for who copies or hears them.
  void add_parting_space() {
    if (parts_.empty()) return;
    LinePart part;
    part.kind = LinePart::Kind::LastSpace;
    part.segment = parts_.back().segment;
    part.begin_offset = part.end_offset = parts_.back().end_offset;
    part.first_glyph = static_cast<std::uint32_t>(text_.glyphs.size());
    part.glyph_count = 1;
    part.level = plan_.direction == Direction::RightToLeft ? 1 : 0;
    const ShapedGlyph space = glyph_of(" ", text_.font(text_.segments[part.segment]), fonts_);
    if (space.glyph == 0) return;
    text_.glyphs.push_back(space);
    parts_.push_back(part);
  }

  // Gives the line its width: stretches where it is to be filled, shrinks where it is too wide. The
  // letters take their share first, to whole thousandths; the white has what is left.
  void justify() {
    const Length target = plan_.measure - plan_.indent + plan_.from->next_hang + plan_.to->end_hang;
    const Length excess = target - total(&LinePart::width);
    if (plan_.is_filled || excess < Length()) {
      const auto share = excess > Length() ? &LinePart::stretch : &LinePart::shrink;
      const Length white = total(share);
      distribute(excess - fit_letters(excess, white), white, share);
    }
    line_.width = total(&LinePart::width) + total(&LinePart::extra);
  }

  Length total(Length LinePart::*of) const {
    Length sum;
    for (const LinePart& part : parts_) sum += part.*of;
    return sum;
  }

  // The letters give in proportion to what they may, and more readily than the white, whose changes
  // the eye sees first; gives how much wider the line is for it. A line without white between its
  // words would show it, and stays.
  Length fit_letters(Length excess, Length white) {
    Length room = white;
    for (const LinePart& part : parts_) room += most_fit(part);
    if (white <= Length() || room == white) return {};
    const double asked = static_cast<double>(excess.units()) / static_cast<double>(room.units());
    const double ratio = std::clamp(asked * kLetterReadiness, -1.0, 1.0);
    Length gained;
    const LinePart* previous = nullptr;
    for (LinePart& part : parts_) {
      const bool is_word = segment_of(part).kind == SegmentKind::Word;
      if (is_word && part.kind != LinePart::Kind::LastSpace) gained += fit(part, ratio);
      if (segment_of(part).kind == SegmentKind::Space && previous != nullptr) {
        // White keeps its width, and has the marks so that it stays in one run with the words.
        part.expansion = previous->expansion;
        part.tracking = previous->tracking;
      }
      previous = &part;
    }
    return gained;
  }

  const Segment& segment_of(const LinePart& part) const { return text_.segments[part.segment]; }

  Length most_fit(const LinePart& part) const {
    const Segment& segment = segment_of(part);
    Length most;
    if (part.kind == LinePart::Kind::LastSpace) return most;
    if (may_expand(segment)) most += part.width * plan_.fit.expansion.thousandths / 1000;
    if (may_track(segment)) most += most_tracking(segment) * part.glyph_count;
    return most;
  }
  Length most_tracking(const Segment& segment) const {
    return text_.font(segment).size * plan_.fit.tracking.thousandths / 1000;
  }

  bool ends_cluster(const LinePart& part, std::uint32_t glyph) const {
    const ShapedGlyph* glyphs = text_.glyphs.data() + part.first_glyph;
    return glyph + 1 == part.glyph_count || glyphs[glyph + 1].cluster != glyphs[glyph].cluster;
  }

  // Gives how much wider the part is for it.
  Length fit(LinePart& part, double ratio) {
    const Segment& segment = segment_of(part);
    if (may_expand(segment)) {
      part.expansion = static_cast<int>(nearest(ratio * plan_.fit.expansion.thousandths));
    }
    if (may_track(segment)) {
      part.tracking = in_thousandths_of_point(most_tracking(segment).scaled(ratio));
    }
    Length gained;
    if (part.expansion == 0 && part.tracking == Length()) return gained;
    for (std::uint32_t i = 0; i < part.glyph_count; ++i) {
      const Length advance =
          text_.font(segment).scaled(text_.glyphs[part.first_glyph + i].x_advance);
      const Length behind = ends_cluster(part, i) ? part.tracking : Length();
      gained += expanded(advance + behind, part.expansion) - advance;
    }
    part.width += gained;
    return gained;
  }

  // In proportion to each part's share. Sums are rounded, not the parts, so that no unit is lost.
  void distribute(Length excess, Length total, Length LinePart::*share) {
    if (total <= Length()) return;
    std::int64_t seen = 0;
    Length given;
    for (LinePart& part : parts_) {
      if (part.*share == Length()) continue;
      seen += (part.*share).units();
      const double fraction = static_cast<double>(seen) / static_cast<double>(total.units());
      const Length due = excess.scaled(fraction);
      part.extra = due - given;
      given = due;
    }
  }

  void order_parts() {
    order_.resize(parts_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    const bool is_plain = std::all_of(parts_.begin(), parts_.end(),
                                      [](const LinePart& part) { return part.level == 0; });
    if (is_plain) return;
    std::vector<std::uint8_t> levels;
    levels.reserve(parts_.size());
    for (const LinePart& part : parts_) levels.push_back(part.level);
    order_ = visual_order(levels);
  }

  void place_parts() {
    Length x = left_edge();
    for (const std::size_t i : order_) {
      parts_[i].x = x;
      x += parts_[i].width + parts_[i].extra;
    }
  }

  // Left and Right are the leading and the trailing side of the paragraph's direction.
  Length left_edge() const {
    const Length room = plan_.measure - line_.width;
    const bool is_mirrored = plan_.direction == Direction::RightToLeft;
    const Length leading_hang = plan_.from->next_hang;
    switch (plan_.align) {
      case TextAlign::Center:
        return (room + plan_.indent) / 2;
      case TextAlign::Right:
        return is_mirrored ? Length() : room;
      case TextAlign::Justify:
      case TextAlign::Left:
        break;
    }
    return is_mirrored ? room - plan_.indent + leading_hang : plan_.indent - leading_hang;
  }

  void measure_height() {
    for (const LinePart& part : parts_) {
      const Segment& segment = text_.segments[part.segment];
      add_height(segment);
    }
    // An empty line is as high as what ends it.
    if (parts_.empty() && plan_.from->next_segment < segment_count()) {
      add_height(text_.segments[plan_.from->next_segment]);
    }
  }

  void add_height(const Segment& segment) {
    const SetFont& font = text_.font(segment);
    const Length rise = text_.span(segment).rise;
    Length ascent = font.ascent;
    if (segment.kind == SegmentKind::Object) {
      ascent = text_.source->objects[segment.object].height;
    }
    line_.ascent = std::max(line_.ascent, ascent + rise);
    line_.descent = std::max(line_.descent, font.descent - rise);
  }

  // One rectangle for neighbours in the line that belong to one link.
  void add_links() {
    for (std::size_t k = 0; k < order_.size();) {
      const LinePart& first = parts_[order_[k]];
      const int link = text_.span(text_.segments[first.segment]).link;
      Length right = first.x;
      Length ascent, descent;
      for (; k < order_.size(); ++k) {
        const LinePart& part = parts_[order_[k]];
        const Segment& segment = text_.segments[part.segment];
        if (text_.span(segment).link != link) break;
        right = part.x + part.width + part.extra;
        ascent = std::max(ascent, text_.font(segment).ascent + text_.span(segment).rise);
        descent = std::max(descent, text_.font(segment).descent - text_.span(segment).rise);
      }
      if (link < 0 || right <= first.x) continue;
      line_.links.push_back({link, {{first.x, -ascent}, right - first.x, ascent + descent}});
    }
  }

  void add_anchors() {
    for (const auto& [offset, name] : plan_.anchors) {
      Length x = plan_.direction == Direction::RightToLeft ? plan_.measure : plan_.indent;
      for (const LinePart& part : parts_) {
        const bool holds = part.begin_offset <= offset && offset < part.end_offset;
        if (holds) x = part.x;
      }
      line_.anchors.emplace_back(name, x);
    }
  }

  SegmentedText& text_;
  const LinePlan& plan_;
  FontLibrary& fonts_;
  SetLine line_;
  LineScratch& scratch_;
  std::vector<LinePart>& parts_;
  std::vector<std::size_t>& order_;
};

}  // namespace

SetLine set_line(SegmentedText& text, const LinePlan& plan, FontLibrary& fonts,
                 LineScratch& scratch) {
  return LineSetter(text, plan, fonts, scratch).run();
}

}  // namespace garland
