// The language of an article that does not say it, judged by its words.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

// Sets the metadata's language where none is given and the text shows one, and records why.
void infer_language(Document& document, Diagnostics& diagnostics);

}  // namespace garland
