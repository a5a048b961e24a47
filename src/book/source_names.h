// What the name of a file of the folder tells.
#pragma once

#include <string_view>

namespace garland {

// The last name of a path, its suffix with the dot (empty for none), and the path without it.
std::string_view file_name(std::string_view path);
std::string_view suffix_of(std::string_view path);
std::string_view without_suffix(std::string_view path);

// What the names of our own report pages end with, which stand beside the books.
constexpr std::string_view kReportSuffix = ".report.html";

// Whether the name is one that readable sources have. Our own report pages are none.
bool has_source_suffix(std::string_view path);

// Whether the file is about the folder itself: README.md, LICENSE, LICENSE-MIT.txt, SOURCE.md.
bool is_about_folder(std::string_view path);

// How to make a source of a document that cannot be read, as words after "save it as "; empty for
// files that are no documents.
std::string_view document_advice(std::string_view path);

}  // namespace garland
