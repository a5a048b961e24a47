// Paper and margins: what the description's `pdf:` map may change of a theme's pages.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "base/value.h"
#include "style/print.h"
#include "style/theme.h"

namespace garland {

// "a4", "A5", "letter", "6x9", "148mm x 210mm", "5.5 × 8.5 in". Nothing for other text and for
// paper below 3 or above 60 inches.
std::optional<PaperSize> parse_paper(std::string_view text);
constexpr std::string_view kPaperWanted =
    "a3, a4, a5, letter, half-letter, 6x9 or a size such as 148mm x 210mm or 5.5 x 8.5 in, with "
    "sides of 3in to 60in";

// The next larger paper of the same family: metric sizes, or those of America. Nothing for papers
// without a name and for the largest.
std::optional<std::string_view> next_larger_paper(const PaperSize& paper);

// The smallest named paper that holds an area, lying if the area does; the area itself where none
// does.
PaperSize smallest_paper_for(const PaperSize& area);

// Whether the margins leave room for a column of the body's type.
bool has_room(const Theme& theme);

// Each applies one key, and reports what it does not understand.
void set_size(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_paper(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_columns(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_looseness(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_line_numbers(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_sides(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_openings(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_margins(Theme& theme, const Value& value, Diagnostics& diagnostics);

// Lines that the eye cannot follow back are cut: what they lose goes to the margins.
void limit_measure(PageGeometry& page);

// Of the settings that decide how much room a page has the one to name in a message; null where
// there is none.
const Value* find_page_setting(const Value& overrides);

// Moves the foot of the text block so that it holds whole lines; undoes margins that leave no room
// for a column of text, and gives up columns that would be too narrow, with a warning each. Running
// head, folio and titles stay on the page. `place`: of the setting that decides the page's room.
void fit_text_block(Theme& theme, const PageGeometry& designed, const SourceRange& place,
                    Diagnostics& diagnostics);

}  // namespace garland
