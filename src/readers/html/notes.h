// Footnotes of a page: marks that link to their texts and texts that link back become notes.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "document/document.h"
#include "readers/markup/markup.h"

namespace garland::html {

// In the article's nodes: short links to a text further on that links back, or that stands in a
// list of notes, become "x-note-mark"; the texts become "x-note" and leave their places, and so do
// the headings and lists that are empty then. Texts set beside the line (side notes, Distill's
// footnotes) become "x-inline-note". Gives the labels. `dropped` gets the headings. Cost: linear
// but for look-ups in sorted tables.
std::set<std::string, std::less<>> find_notes(MarkupList& article, Blocks& dropped);

}  // namespace garland::html
