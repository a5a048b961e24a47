// The plain-text reader: text pasted from pages, without marks. Takes the decoded text of one
// source, gives a Document whose every guess is listed in its inferences. It works in steps, each
// in its own pair of files, over lines, then over pieces of lines:
//
//   lines ─ dialect ─ clean ─ code ─ layout ─ pieces ─ separators ─ leftovers ─ head ─ references ─
//   notes ─ lists ─ verse ─ quotations ─ credits ─ author note ─ headings ─ build
//
// "Leftovers" tells the article from the site around it, in steps of its own:
//
//   facts (of each piece) ─ evidence (of runs and sections, weighed by the table of clues) ─
//   title (how well each piece would do) ─ article (the best division of the whole)
//
// Evidence comes first (measure, layout, vocabulary); a step that is not certain leaves a
// paragraph. No word is lost: what is left out stands in the tree as Dropped.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "document/document.h"
#include "readers/reader.h"

namespace garland {

// See Reader::read. Cost linear in the text.
Document read_plain_text(std::string_view text, std::string_view path, const ReaderOptions& options,
                         Diagnostics& diagnostics);

}  // namespace garland
