// Words that the parts of passes/typography know: what stands before numbers, behind them, and
// before names.
#pragma once

#include <cstddef>
#include <string_view>

#include "passes/typed_text.h"

namespace garland {

// Whether the word before `end` stands before numbers and belongs to them: "p.", "No.", "§", "€".
bool ends_in_number_mark(const TypedText& typed, std::size_t end);

// Whether the word from `begin` on is written behind a number and belongs to it: "km", "%", "€".
bool begins_with_unit(const TypedText& typed, std::size_t begin);

// Whether the word before `end` has a point and belongs to the name that follows: "Dr.", "St.".
bool ends_in_title(const TypedText& typed, std::size_t end);

// The same in French, where such words may have no point: "M.", "Mme".
bool ends_in_french_title(const TypedText& typed, std::size_t end);

// The letters that are words by themselves and may not end a line in the language (BCP 47): the
// prepositions and conjunctions of Czech, Slovak, Polish, Russian and Ukrainian. Empty for others.
std::u32string_view leaning_letters(std::string_view language);

}  // namespace garland
