// Poems, and the marks between the sections of a story.
#pragma once

#include "readers/markup/markup.h"

namespace garland::html {

// Whether the page names the element as a poem or a stanza: "poem", "verse", "poetry".
bool is_verse(const Markup& node);

// Makes x-verse of such an element whose lines are divisions, breaks or (in <pre>) lines; leaves
// one with fewer than two lines, or with anything but lines in it, as it is. Cost: linear.
void make_verse(Markup& node);

// Paragraphs like "* * *" among the children become rules, with a record of the marks.
void find_scene_breaks(Markup& parent);

}  // namespace garland::html
