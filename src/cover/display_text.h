// A few large lines of text: shaped, divided into lines of like length, made as large as its box
// allows. Any script, any direction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "fonts/fonts.h"
#include "style/theme.h"

namespace garland {

// A glyph on a line. Lengths in em from the line's left end and its baseline, y downwards.
struct DisplayGlyph {
  FaceId face = 0;
  std::uint32_t glyph = 0;
  double x_em = 0;
  double y_em = 0;
};

struct DisplayLine {
  std::vector<DisplayGlyph> glyphs;
  double width_em = 0;
};

// What to set and how large it may be.
struct DisplayRequest {
  std::string text;
  std::string language;
  TextStyle style;  // family, weight, slant, capitals; its lengths are not looked at
  double max_width_px = 0;
  double max_height_px = 0;
  double largest_px = 0;   // of the em
  double smallest_px = 0;  // taken even when the text is then too high
  double leading = 1.15;   // in em
};

struct DisplayText {
  double size_px = 0;     // of the em
  double leading_px = 0;  // from baseline to baseline
  std::vector<DisplayLine> lines;

  double height_px() const { return leading_px * static_cast<double>(lines.size()); }
};

// An empty text gives no lines. Words are divided only where they are wider than the box at the
// smallest size. Cost linear in the text, times the sizes tried.
DisplayText set_display_text(FontLibrary& fonts, const DisplayRequest& request);

}  // namespace garland
