// By what words a table of contents is headed.
#pragma once

#include <string_view>

namespace garland {

// "Contents", "On this page", "Inhaltsverzeichnis:": the whole of a heading.
bool names_contents(std::string_view text);

}  // namespace garland
