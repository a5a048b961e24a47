// Glyph runs to text operators (ISO 32000-1, 9.4).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "layout/page.h"
#include "pdf/fonts.h"
#include "pdf/marks.h"

namespace garland {

// What the content stream has set so far.
struct TextState {
  const FontResource* font = nullptr;
  Length size;
  int expansion = 0;  // in thousandths
  Length tracking;
  // Where the last line began, in thousandths of a point, and in which text object.
  std::size_t text_object = 0;
  std::int64_t x = 0, y = 0;
  // Of the run that is written; kept for their room.
  std::vector<PlacedGlyph> glyphs;
  std::vector<Length> pens;
};

// Appends the operators that show the run; the run's node has been entered, and `marks` writes to
// `out`. Glyphs come in logical order, also those of right-to-left text, each at its place to
// within two thousandths of an em. What a cluster stands for is said by ActualText where the
// font's map does not say it (14.9.4).
void append_run(std::string& out, const GlyphRun& run, Length page_height, const FontResource& font,
                TextState& state, MarkedContent& marks);

}  // namespace garland
