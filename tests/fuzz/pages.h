// The fuzz target from tree to page.
#pragma once

#include <string>
#include <string_view>

namespace garland::fuzz {

// Makes documents of the bytes, and of them a book in one of the themes, on one of several papers,
// and of some books a PDF. Gives the first rule that the pages break, or an empty string.
std::string rule_broken_by_pages(std::string_view bytes);

}  // namespace garland::fuzz
