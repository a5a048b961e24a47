// What stands between an author's words for the program that the text was written in:
//   id:: 64f0…   SCHEDULED: <2024-01-03 Wed>   :LOGBOOK: … :END:    Logseq, Org
//   rating:: 5   [rating:: 5]   ```dataview   `= this.file.name`    Obsidian's Dataview
//   --8<-- "file"                                                   Python-Markdown's snippets
//   % a comment   +++                                               MyST
#pragma once

#include <string_view>

#include "readers/markup/markup.h"

namespace garland {

// The name in MyST's "(name)=", alone on its line above what it names: of letters, digits and
// "-_.:", since "(a+b)=" is a formula. Empty for other lines.
std::string_view myst_target(std::string_view line);

// Whether the text has forms of MyST alone: directives or targets. Linear.
bool has_myst_forms(std::string_view text);

// Only where the text is MyST's are "% …" a comment and "+++" a break.
enum class MystLines { AreWords, AreSigns };

// Takes a document's blocks, before raw HTML is nested. What no reader needs becomes a record
// ("x-dropped"), and the fields of a note lose the sign that makes them fields. Linear.
void read_program_lines(MarkupList& blocks, MystLines myst_lines);

}  // namespace garland
