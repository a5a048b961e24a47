// By what words a table of contents, or a list, is headed.
#pragma once

#include <string_view>

namespace garland {

// "Contents", "On this page", "Inhaltsverzeichnis:": the whole of a heading.
bool names_contents(std::string_view text);

// "Ingredients", "Materials", "Characters": the whole of a heading that always has a list below.
bool names_listing(std::string_view text);

}  // namespace garland
