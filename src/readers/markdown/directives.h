// Fenced code whose language stands in braces, which is more than code to the program that reads
// it: directives of MyST and Sphinx (mystmd.org, "Directives"), and code that Quarto, R Markdown
// and Jupyter Book run.
//   ```{note} Title       ```{figure} a.png      ```{r setup, include=FALSE}
//   Markdown              :alt: words            #| label: x
//   ```                   The caption.           code
#pragma once

#include "base/diagnostic.h"
#include "readers/markup/markup.h"

namespace garland {

// The attribute of a <pre> that keeps what stands behind its fence.
constexpr std::string_view kFenceInfo = "x-info";

// Makes elements of directives, and Markdown of what they hold; code that is to be run stays code,
// unless its author hides it. Options without a meaning in a book become records ("x-dropped").
// Call before notes are resolved. Directives deeper than 8 in one another stay code.
void read_directives(MarkupList& blocks, Diagnostics& diagnostics);

// MyST's roles among words: "{ref}`label`", "{math}`a^2`", "H{sub}`2`O".
void read_roles(MarkupList& nodes);

}  // namespace garland
