// Words that the parts of passes/typography know: what stands before numbers, behind them, and
// before names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "passes/typed_text.h"

namespace garland {

// Whether a BCP 47 tag names the language with this code of two letters.
bool is_language(std::string_view tag, std::string_view code);

// The word that ends before `end`, from a space or an opening bracket on; empty for one longer than
// any that is known here.
std::u32string word_before(const TypedText& typed, std::size_t end);

// Whether a word stands before numbers and belongs to them: "p.", "No.", "§", "€".
bool is_number_mark(std::u32string_view word);

// Whether a word is written behind a number and belongs to it: "km", "%", "°C", "€".
bool is_unit(std::u32string_view word);

// Whether a word ends in a point and belongs to the name that follows: "Dr.", "St.".
bool is_title_of_name(std::u32string_view word);

// The letters that are words by themselves and may not end a line in the language (BCP 47): the
// prepositions and conjunctions of Czech, Slovak, Polish, Russian and Ukrainian. Empty for others.
std::u32string_view leaning_letters(std::string_view language);

}  // namespace garland
