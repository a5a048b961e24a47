// What the book says of itself: the description's words, and for the rest what follows from the
// sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/anthology.h"
#include "book/assemble.h"

namespace garland {

// The language of most documents, the first of those that tie; "en" when none says.
std::string common_language(const std::vector<Document>& documents);

// Fills in title, language, identifier, slug and the date of modification where the description is
// silent. Nothing comes from a clock.
BookMetadata complete_metadata(BookMetadata metadata, const std::vector<Document>& documents,
                               const BookOptions& options);

}  // namespace garland
