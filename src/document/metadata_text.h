// Pieces of metadata in words, for the reports to people.
#pragma once

#include <string>
#include <vector>

#include "document/metadata.h"

namespace garland {

std::string metadata_text(const std::string& value);
std::string metadata_text(const Inlines& value);
// "2025-03-19"; as it was written too, where that is other than the precise form.
std::string metadata_text(const Date& value);
std::string metadata_text(const std::vector<std::string>& values);
// Names, with the role of those who are no authors.
std::string metadata_text(const std::vector<Contributor>& people);

// "line 12" or "lines 12–14"; empty where the place is not known.
std::string lines_in_words(SourceRange range);

}  // namespace garland
