#include "layout/glyphs.h"

namespace garland {

void PackedGlyphs::Text::move_to(const PlacedGlyph& glyph) {
  if (glyph.text_length == 0) return;
  begin = glyph.text_offset;
  end = glyph.text_offset + glyph.text_length;
}

PackedGlyphs::Kind PackedGlyphs::kind_of(const PlacedGlyph& glyph, const Text& before) {
  const bool is_common = glyph.glyph <= std::numeric_limits<std::uint16_t>::max() &&
                         glyph.text_length <= std::numeric_limits<std::uint8_t>::max() &&
                         Length(glyph.x_offset) == Length() && Length(glyph.y_offset) == Length();
  if (!is_common) return Kind::Rare;
  if (glyph.text_length == 0 || glyph.text_offset == before.end) return Kind::Follows;
  const bool precedes = glyph.text_offset + glyph.text_length == before.begin;
  return precedes ? Kind::Precedes : Kind::Rare;
}

PackedGlyphs::PackedGlyphs(const std::vector<PlacedGlyph>& glyphs) {
  common_.reserve(glyphs.size());
  Text text;
  for (const PlacedGlyph& glyph : glyphs) {
    const Kind kind = kind_of(glyph, text);
    common_.push_back({static_cast<std::uint16_t>(glyph.glyph),
                       static_cast<std::uint8_t>(glyph.text_length), kind, glyph.advance});
    if (kind == Kind::Rare) rare_.push_back(glyph);
    text.move_to(glyph);
  }
}

std::vector<PlacedGlyph> PackedGlyphs::unpack() const {
  std::vector<PlacedGlyph> glyphs;
  unpack(glyphs);
  return glyphs;
}

void PackedGlyphs::unpack(std::vector<PlacedGlyph>& glyphs) const {
  glyphs.clear();
  glyphs.reserve(common_.size());
  Text text;
  auto rare = rare_.begin();
  for (const Common& common : common_) {
    if (common.kind == Kind::Rare) {
      glyphs.push_back(*rare++);
    } else {
      PlacedGlyph glyph;
      glyph.glyph = common.glyph;
      glyph.advance = common.advance;
      glyph.text_length = common.text_length;
      if (common.text_length > 0) {
        glyph.text_offset =
            common.kind == Kind::Follows ? text.end : text.begin - common.text_length;
      }
      glyphs.push_back(glyph);
    }
    text.move_to(glyphs.back());
  }
}

}  // namespace garland
