// What the book says of itself: the description's words, and for the rest what follows from the
// sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/anthology.h"
#include "book/assemble.h"

namespace garland {

// The language of most documents that say theirs, the first of those that tie; "en" when none says.
std::string common_language(const std::vector<Document>& documents);

// For a book whose description says no language: documents that say none either are in the book's
// only where at least as many say so, and most of those that say any; otherwise they count as
// English, so that a few articles in another language, or of another direction, do not turn them.
void settle_languages(std::vector<Document>& documents, std::string_view book_language);

// Fills in title, language, identifier, slug and the date of modification where the description is
// silent. Nothing comes from a clock.
BookMetadata complete_metadata(BookMetadata metadata, const std::vector<Document>& documents,
                               const BookOptions& options);

}  // namespace garland
