// What the forms for other programs share (HTML, pandoc's JSON, the e-book).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"

namespace garland {

// Identifiers that a link of the document leads to ("#id"). Others, most of them made by passes,
// only swell a form for other programs.
std::set<std::string> linked_ids(const Document& document);

// The number of each note by its label: as the pass set it, or by first marks when it has not run.
std::map<std::string, int> note_numbers(const Document& document);

// The notes in the order of those numbers.
std::vector<const Note*> notes_in_order(const Document& document,
                                        const std::map<std::string, int>& numbers);

// Identifier of the n-th mark, from 1, of the note whose identifier is `note`.
std::string note_mark_id(const std::string& note, int n);

}  // namespace garland
