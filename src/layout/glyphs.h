// The glyphs of a run, and their packed form: a book has one for every letter, and all of them are
// kept until the last page is known.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "base/length.h"

namespace garland {

// A Length below 32,768 points in half the room. Longer ones are cut to that.
class ShortLength {
 public:
  constexpr ShortLength() = default;
  constexpr ShortLength(Length length)  // converts as it stands for a Length
      : units_(static_cast<std::int32_t>(std::clamp<std::int64_t>(length.units(), -kMost, kMost))) {
  }
  constexpr operator Length() const { return Length::from_units(units_); }
  constexpr double points() const { return Length(*this).points(); }
  constexpr ShortLength& operator+=(Length other) { return *this = Length(*this) + other; }

 private:
  static constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  std::int32_t units_ = 0;
};

struct PlacedGlyph {
  std::uint32_t glyph = 0;         // of the face
  ShortLength advance;             // to the next glyph, justification and kerning included
  ShortLength x_offset, y_offset;  // from the pen; y upwards
  // The part of GlyphRun::text that the glyph stands for; of a cluster's glyphs the first has it
  // all and the others none. A ligature has all its letters.
  std::uint32_t text_offset = 0;
  std::uint32_t text_length = 0;
};

// Glyphs that are kept: eight bytes for most of them, where PlacedGlyph takes 24. Of a glyph
// without text the offset in it is not kept.
class PackedGlyphs {
 public:
  PackedGlyphs() = default;
  explicit PackedGlyphs(const std::vector<PlacedGlyph>& glyphs);

  std::size_t size() const { return common_.size(); }
  bool empty() const { return common_.empty(); }
  std::vector<PlacedGlyph> unpack() const;
  // The same, in the room of the glyphs that `glyphs` has.
  void unpack(std::vector<PlacedGlyph>& glyphs) const;

 private:
  enum class Kind : std::uint8_t {
    Follows,   // its text, if any, follows the text before in the run's
    Precedes,  // its text stands before that, as in right-to-left runs
    Rare       // it is the next of rare_
  };
  // A glyph without offsets and with a short text.
  struct Common {
    std::uint16_t glyph = 0;
    std::uint8_t text_length = 0;
    Kind kind = Kind::Follows;
    ShortLength advance;
  };
  // The text of the glyph before in the run's.
  struct Text {
    std::uint32_t begin = 0, end = 0;
    void move_to(const PlacedGlyph& glyph);
  };
  static Kind kind_of(const PlacedGlyph& glyph, const Text& before);

  std::vector<Common> common_;
  std::vector<PlacedGlyph> rare_;
};

}  // namespace garland
