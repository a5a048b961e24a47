// What stands between an author's words for the program that the text was written in:
//   id:: 64f0…   SCHEDULED: <2024-01-03 Wed>   :LOGBOOK: … :END:    Logseq, Org
//   rating:: 5   [rating:: 5]   ```dataview   `= this.file.name`    Obsidian's Dataview
//   % a comment   +++                                               MyST
#pragma once

#include <string_view>

#include "readers/markup/markup.h"

namespace garland {

// Whether the text has forms of MyST alone: directives, roles, targets. Only then is "% …" a
// comment.
bool has_myst_forms(std::string_view text);

enum class PercentLines { AreWords, AreComments };

// Takes a document's blocks, before raw HTML is nested. What no reader needs becomes a record
// ("x-dropped"), and the fields of a note lose the sign that makes them fields. Linear.
void read_program_lines(MarkupList& blocks, PercentLines percent_lines);

}  // namespace garland
