// HTML in one form, so that texts that mean the same are equal: attributes in order, empty elements
// closed one way, white space that no browser shows left out, no <thead> or <tbody>.
#pragma once

#include <string>
#include <string_view>

namespace garland::test {

std::string comparable_html(std::string_view html);

// Tags that HTML does not have and nothing ends are words to Garland ("enter <name> here"): as
// such.
std::string with_unknown_tags_as_words(std::string_view html);

// What the tree of this HTML, read as a part of a page, comes to as HTML.
std::string html_of_tree(std::string_view html);

}  // namespace garland::test
