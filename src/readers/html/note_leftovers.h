// What a page's notes leave where they stood, once they are notes of the document: brackets around
// their marks, their numbers, the signs of links back, lists and headings with nothing under them.
#pragma once

#include <string_view>

#include "document/document.h"
#include "readers/markup/markup.h"

namespace garland::html {

// Takes the brackets from around marks among the nodes: "[", marks and ", ", "]".
void open_brackets(MarkupList& nodes);

// Whether the element holds nothing but marks and the brackets around them.
bool holds_only_mark(const Markup& node);

// Who counts a note: whoever wrote its number, or the list that it is an item of. There a bare
// number is a word of the note.
enum class NoteCount { Written, ByList };

// Takes the note's own number, as its mark shows it, from its beginning.
void remove_number(Markup& note, std::string_view shown, NoteCount count);

// Takes "^", "↑" or "[" before links back that are gone, or a full stop right behind one.
void remove_sign(Markup& note);

// Takes out lists and boxes that show nothing any more, and headings of notes without words under
// them; the headings' words go to `dropped`. Cost: the tree's size times its depth.
void tidy_after_notes(MarkupList& nodes, Blocks& dropped);

}  // namespace garland::html
