// The parts of passes/typography, each for one kind of mark. They look at what was typed and say
// what is printed in its place; characters that are fixed are left alone.
#pragma once

#include "passes/typed_text.h"

namespace garland {

// " and ' become the quotation marks of the language, apostrophes, and the primes of 5'10".
void set_quotation_marks(TypedText& typed);

// Two hyphens and three become dashes, a hyphen between spaces a dash between spaces, one between
// two years or after a page mark the dash of a range. "--option" and longer rows stay.
void set_dashes(TypedText& typed);

// Three points become the ellipsis.
void set_ellipses(TypedText& typed);

// Spaces that must not break: before the French double marks, where nobody typed one too, between a
// number and its mark or unit, in a number, between initials, behind a title and before the name,
// behind a dash that begins the text, behind the one-letter words of Slavic languages and before
// their dashes. And a hair space between two quotation marks of different levels.
void set_spaces(TypedText& typed);

}  // namespace garland
