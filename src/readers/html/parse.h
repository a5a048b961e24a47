// HTML to markup, by gumbo (the parsing algorithm of the HTML standard).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "readers/html/skeleton.h"
#include "readers/markup/markup.h"

namespace garland {

// Where the byte at an offset of the HTML stands in the source; and, where an element begins there
// that is known as a whole, its whole range.
using PlaceOfOffset = std::function<SourceRange(std::size_t offset)>;

// The record ("x-dropped") of a comment or an instruction to a program that begins at that place,
// as it is written; nothing where it says nothing.
std::optional<Markup> record_of_comment(std::string_view source, SourceRange range);

// What would stand inside a div, with records of its comments. Never fails: every text gives a
// tree.
MarkupList parse_html_fragment(std::string_view html, const PlaceOfOffset& place);

// A whole page: one element "html" with "head" and "body", without comments, styles and programs.
// The tree is the same whatever detail of it gumbo is given first.
Markup parse_html_page(std::string_view html, const PlaceOfOffset& place,
                       html::Detail detail = html::Detail::Shape);

// Whether HTML (or SVG or MathML) has an element of that name, in lower case.
bool is_html_element(std::string_view name);

// Raw HTML among the blocks and inlines of Markdown: gives the tree that a browser would make of it
// all, so that an element begun in one piece and ended in another holds what stands between.
MarkupList nest_raw_html(MarkupList blocks);

}  // namespace garland
