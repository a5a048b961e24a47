#include <algorithm>
#include <numeric>
#include <span>

#include "layout/paragraph/line_parts.h"
#include "layout/paragraph/word_breaks.h"

namespace garland {
namespace {

class ItemWriter {
 public:
  ItemWriter(const SegmentedText& text, LineScratch& scratch, std::vector<PageItem>& items)
      : text_(text),
        parts_(scratch.parts),
        items_(items),
        glyphs_(scratch.glyphs),
        first_glyphs_(scratch.first_glyphs) {}

  void write(std::span<const std::size_t> order) {
    const std::size_t first_item = items_.size();
    std::vector<std::size_t> places;  // of each item in the text, by its first part
    for (std::size_t k = 0; k < order.size();) {
      std::size_t end = k + 1;
      if (parts_[order[k]].kind == LinePart::Kind::Object) {
        write_object(parts_[order[k]]);
      } else {
        while (end < order.size() && look_alike(parts_[order[k]], parts_[order[end]])) ++end;
        write_run(order.subspan(k, end - k));
      }
      const auto begin = order.begin() + static_cast<std::ptrdiff_t>(k);
      places.resize(items_.size() - first_item,
                    *std::min_element(begin, begin + static_cast<std::ptrdiff_t>(end - k)));
      k = end;
    }
    if (!std::is_sorted(places.begin(), places.end())) put_in_order(first_item, places);
  }

 private:
  // From the order on the line to the order of the text, in which it is read.
  void put_in_order(std::size_t first_item, const std::vector<std::size_t>& places) {
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&places](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    std::vector<PageItem> sorted;
    sorted.reserve(order.size());
    for (const std::size_t i : order) sorted.push_back(std::move(items_[first_item + i]));
    std::move(sorted.begin(), sorted.end(),
              items_.begin() + static_cast<std::ptrdiff_t>(first_item));
  }

  const Segment& segment(const LinePart& part) const { return text_.segments[part.segment]; }
  const TextSpan& span(const LinePart& part) const { return text_.span(segment(part)); }
  const SetFont& font(const LinePart& part) const { return text_.font(segment(part)); }

  bool look_alike(const LinePart& a, const LinePart& b) const {
    const TextSpan& x = span(a);
    const TextSpan& y = span(b);
    return b.kind != LinePart::Kind::Object && font(a).face == font(b).face &&
           font(a).size == font(b).size && x.color == y.color && x.structure == y.structure &&
           x.rise == y.rise && a.expansion == b.expansion && a.tracking == b.tracking &&
           (a.level & 1U) == (b.level & 1U);
  }

  void write_object(const LinePart& part) {
    const InlineObject& object = text_.source->objects[segment(part).object];
    const Length top = -object.height - span(part).rise;
    items_.push_back({PlacedPicture{{{part.x, top}, object.width, object.height}, object.picture},
                      span(part).structure});
  }

  // `members` are the run's parts from left to right.
  void write_run(std::span<const std::size_t> members) {
    const LinePart& first = parts_[members.front()];
    GlyphRun run;
    run.origin = {first.x, -span(first).rise};
    run.face = font(first).face;
    run.size = font(first).size;
    run.color = span(first).color;
    run.is_right_to_left = (first.level & 1U) != 0;
    run.expansion = static_cast<std::int16_t>(first.expansion);
    run.tracking = first.tracking;
    std::size_t glyph_count = 0;
    std::size_t text_size = kSoftHyphen.size();
    for (const std::size_t i : members) {
      glyph_count += parts_[i].glyph_count;
      text_size += parts_[i].end_offset - parts_[i].begin_offset;
    }
    glyphs_.clear();
    glyphs_.reserve(glyph_count);
    run.text.reserve(text_size);
    first_glyphs_.clear();
    for (const std::size_t i : members) {
      first_glyphs_.push_back(glyphs_.size());
      place_glyphs(parts_[i]);
    }
    for (std::size_t k = 0; k < members.size(); ++k) {
      const std::size_t at = run.is_right_to_left ? members.size() - 1 - k : k;
      write_text(parts_[members[at]], first_glyphs_[at], run);
    }
    if (glyphs_.empty()) return;
    run.glyphs = PackedGlyphs(glyphs_);
    items_.push_back({std::move(run), span(first).structure});
  }

  void place_glyphs(const LinePart& part) {
    const SetFont& set = font(part);
    const Length spacing = part.kind == LinePart::Kind::Text ? span(part).letter_spacing : Length();
    const bool is_word = segment(part).kind == SegmentKind::Word;
    const int expansion = is_word ? part.expansion : 0;
    const Length tracking = is_word ? part.tracking : Length();
    const ShapedGlyph* glyphs = text_.glyphs.data() + part.first_glyph;
    for (std::uint32_t i = 0; i < part.glyph_count; ++i) {
      PlacedGlyph placed;
      placed.glyph = glyphs[i].glyph;
      placed.x_offset = expanded(set.scaled(glyphs[i].x_offset), expansion);
      placed.y_offset = set.scaled(glyphs[i].y_offset);
      const bool ends_cluster =
          i + 1 == part.glyph_count || glyphs[i + 1].cluster != glyphs[i].cluster;
      if (part.kind != LinePart::Kind::LastSpace) {
        // A letter and its marks stay together.
        const Length behind = ends_cluster ? tracking : Length();
        placed.advance = expanded(set.scaled(glyphs[i].x_advance) + behind, expansion);
        if (ends_cluster) placed.advance += spacing;
      }
      glyphs_.push_back(placed);
    }
    if (part.glyph_count > 0) glyphs_.back().advance += part.extra;
  }

  // Appends the part's text and tells each cluster's first glyph which piece of it is its own.
  void write_text(const LinePart& part, std::size_t first_placed, GlyphRun& run) {
    if (part.glyph_count == 0) return;
    if (part.kind == LinePart::Kind::Hyphen || part.kind == LinePart::Kind::LastSpace) {
      const std::string_view sign = part.kind == LinePart::Kind::Hyphen ? kSoftHyphen : " ";
      give_text(sign, glyphs_[first_placed], run);
      return;
    }
    const ShapedGlyph* glyphs = text_.glyphs.data() + part.first_glyph;
    const bool is_reversed = segment(part).is_right_to_left();
    // Clusters in the order of the text: runs of equal numbers, from the left or from the right.
    std::uint32_t begin = part.begin_offset;
    for (std::uint32_t done = 0; done < part.glyph_count;) {
      const auto at = [&](std::uint32_t k) { return is_reversed ? part.glyph_count - 1 - k : k; };
      std::uint32_t next = done + 1;
      while (next < part.glyph_count && glyphs[at(next)].cluster == glyphs[at(done)].cluster) {
        ++next;
      }
      const std::uint32_t end =
          next < part.glyph_count ? part.cluster_base + glyphs[at(next)].cluster : part.end_offset;
      const std::uint32_t owner = is_reversed ? at(next - 1) : at(done);
      give_cluster(part, begin, end, glyphs_[first_placed + owner], run);
      begin = end;
      done = next;
    }
  }

  void give_cluster(const LinePart& part, std::uint32_t begin, std::uint32_t end,
                    PlacedGlyph& glyph, GlyphRun& run) const {
    std::string_view text = std::string_view(text_.source->text).substr(begin, end - begin);
    const bool is_control = segment(part).kind == SegmentKind::Space && text.size() == 1;
    if (is_control) text = " ";  // tabs and the like show as a space
    give_text(text, glyph, run);
  }

  // Soft hyphens that are not at a line's end are no part of what is copied. Most clusters are a
  // letter, which is none.
  static void give_text(std::string_view text, PlacedGlyph& glyph, GlyphRun& run) {
    glyph.text_offset = static_cast<std::uint32_t>(run.text.size());
    if (text.size() == 1) {
      run.text += text.front();
    } else if (text == kSoftHyphen) {
      run.text += text;
    } else {
      append_without_soft_hyphens(text, run.text);
    }
    glyph.text_length = static_cast<std::uint32_t>(run.text.size()) - glyph.text_offset;
  }

  const SegmentedText& text_;
  const std::vector<LinePart>& parts_;
  std::vector<PageItem>& items_;
  std::vector<PlacedGlyph>& glyphs_;  // of the run that is written
  std::vector<std::size_t>& first_glyphs_;
};

}  // namespace

void write_items(const SegmentedText& text, LineScratch& scratch, std::vector<PageItem>& items) {
  ItemWriter(text, scratch, items).write(scratch.order);
}

}  // namespace garland
