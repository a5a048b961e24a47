// What the marks of notes look like, and the notes that stand where they are written.
#pragma once

#include <cstddef>
#include <string_view>

#include "readers/markup/markup.h"

namespace garland::html {

constexpr std::size_t kLongestMark = 12;  // bytes of "[12]", "note 12", "†"

// A number, a letter, an asterisk, in brackets or not.
bool is_mark_text(std::string_view text);

// A note in its place: beside the line, or shown when its mark is touched.
bool is_side_note(const Markup& node);
// The box to tick and its label that open a side note on narrow screens.
bool opens_side_note(const Markup& node);
// Takes the numbers out that a side note shows before its own words.
void remove_side_numbers(Markup& note);

// Makes boxes of a list of terms that holds notes, each with its number and words: so docutils
// writes footnotes and citations. Asks nothing of lists without identifiers.
void open_note_lists(MarkupList& nodes);

// A table of one row with an identifier: some programs set a note's number and words side by side.
bool is_note_table(const Markup& node);

}  // namespace garland::html
