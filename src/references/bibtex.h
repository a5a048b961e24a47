// BibTeX and BibLaTeX to entries with CSL's types and fields.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

// Reads @string, crossref, the usual entry types and fields of both programs, and names "A and B".
// What is broken is reported with its line and skipped up to the next line that begins with "@".
std::vector<ReferenceEntry> read_bibtex(std::string_view text, Diagnostics& diagnostics);

}  // namespace garland
