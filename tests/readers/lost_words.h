// Whether a document tells every word of its source: in its text, among what was left out of it, or
// in what is known of it.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace garland::test {

// The words (runs of letters and figures) of `source` that the document does not have as often,
// with spaces between them; empty where it has them all. A word that is parted otherwise in the
// tree ("H<sub>2</sub>O", a line's end) is found by its letters.
std::string lost_words(std::string_view source, const Document& document);

}  // namespace garland::test
