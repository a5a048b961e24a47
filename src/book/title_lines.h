// Lines of the title page, the imprint and the cover that both books print alike.
#pragma once

#include <string>

#include "book/anthology.h"

namespace garland {

// "Edited by Jane Roe and John Poe"; empty where no editor is named.
std::string editors_line(const BookMetadata& metadata, const Words& words);

// "ISBN 978-3-16-148410-0", or the identifier as it stands.
std::string identifier_line(const BookMetadata& metadata);

// "Harbour Readers, 3"; empty without a series.
std::string series_line(const BookMetadata& metadata);

// The text with its first letter in upper case.
std::string capitalized(std::string_view text);

}  // namespace garland
