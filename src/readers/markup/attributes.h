// Attribute lists of Pandoc and Kramdown: "{#id .class key=value}", "{: .class}".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "readers/markup/markup.h"

namespace garland {

// The attribute of an element in which apply_attribute_list gathers what no book can show
// ("key=value key=value"), to be reported with the node.
constexpr std::string_view kUnknownAttributes = "x-unknown";

// The length of the attribute list at the head of `text`, or 0 when there is none. Looks no further
// than the first 1,000 bytes.
std::size_t attribute_list_length(std::string_view text);

// Sets what the list says on the element: id, class, HTML's own keys as they are, and others both
// as "data-key" and among kUnknownAttributes. Takes the list
// with or without braces, or a bare word, which is a class (":::: warning").
void apply_attribute_list(std::string_view list, Markup& element);

}  // namespace garland
