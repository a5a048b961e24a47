// The marks of a typewriter become those of a printer: quotation marks and apostrophes, dashes,
// ellipses, and the spaces that a language keeps unbroken. Never in code, mathematics or addresses.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace garland {

// Sets the marks of the body, the notes and the metadata that is printed. `language` (BCP 47) is
// that of the text outside elements with a language of their own. Marks that a printer uses stay as
// they are, so that a second run changes nothing. No letter or digit is touched. Cost: linear.
void set_typographic_marks(Document& document, std::string_view language);

// The same of a text that stands in no document: a book's title. Takes and gives plain text.
std::string with_typographic_marks(std::string_view text, std::string_view language);

}  // namespace garland
