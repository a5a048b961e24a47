// Paper and margins: what the description's `pdf:` map may change of a theme's pages.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "base/value.h"
#include "style/theme.h"

namespace garland {

struct PaperSize {
  Length width, height;
};

// "a4", "A5", "letter", "6x9", "148mm x 210mm". Nothing for other text and for paper below 3 or
// above 60 inches.
std::optional<PaperSize> parse_paper(std::string_view text);

// Applies `paper`, `sides`, `size` and `margins`, and reports what it does not understand. On other
// paper the margins grow in proportion, and the measure stays within the theme's max_measure.
void apply_overrides(Theme& theme, const Value& overrides, Diagnostics& diagnostics);

// Moves the foot of the text block so that it holds whole lines, and undoes margins that leave no
// room for a column of text, with a warning.
void fit_text_block(Theme& theme, const PageGeometry& designed, Diagnostics& diagnostics);

}  // namespace garland
