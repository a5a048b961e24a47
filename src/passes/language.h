// The language of an article and of the elements in it.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

// Sets the metadata's language where none is given and the text shows one, and records why.
void infer_language(Document& document, Diagnostics& diagnostics);

// Spells the languages of elements as BCP 47 does. One that is no tag is reported, and the element
// is in the language around it.
void check_languages(Document& document, Diagnostics& diagnostics);

}  // namespace garland
