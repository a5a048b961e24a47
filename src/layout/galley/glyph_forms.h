// Where a face has forms of its own for what is else made of smaller letters: superiors, fractions
// with a slanted stroke.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/paragraph/paragraph.h"

namespace garland {

// A stretch of a text, in bytes.
struct TextStretch {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
};

// Figures around a slash that are a fraction for certain: those that word processors set by
// themselves (1/2, 1/4, 3/4), and behind a whole number all that Unicode has a character for. What
// may be a date, a page of pages, a path or a ratio is none. Ascending.
std::vector<TextStretch> find_fractions(std::string_view text);

// Whether the face of a span has a superior for every letter of the words.
bool has_superiors(const TextSpan& span, std::string_view words, FontLibrary& fonts);
// Whether it has a fraction's form for these figures.
bool has_fraction(const TextSpan& span, std::string_view figures, FontLibrary& fonts);

}  // namespace garland
