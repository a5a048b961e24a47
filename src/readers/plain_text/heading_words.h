// What the words of a heading look like, its place in the text aside.
#pragma once

#include "readers/plain_text/pieces.h"

namespace garland::plain {

constexpr std::uint32_t kLongestHeading = 14;  // words

enum class HeadingStyle { Sentence, Title, Capitals };

HeadingStyle heading_style(const Measure& found);

// "2.1" gives 2, "3." and "IV." give 1, no number 0.
int numbered_depth(const Piece& piece);

// Short, without the punctuation of a sentence; no byline, credit or address.
bool is_worded_like_heading(const Piece& piece);

// A year or a name of a program or file: "2019", "book.toml", "main()". Headings in a text whose
// others are.
bool is_year(const Piece& piece);
bool is_identifier(const Piece& piece);

// "[A map of the harbour]", brackets around all: what terminal browsers print for a picture.
bool is_in_brackets(std::string_view text);

// "BY", alone: above a name.
bool is_byline_word(std::string_view text);

}  // namespace garland::plain
