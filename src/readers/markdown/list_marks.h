// Pandoc's marks of ordered lists that CommonMark does not have: "a.", "(iv)", "#.", "(@)" (its
// manual: Ordered lists, Numbered example lists).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "readers/markup/markup.h"

namespace garland {

// How a list counts.
struct ListStyle {
  char sign = '1';  // as HTML's `type` has it: 'a', 'A', 'i', 'I' or '1'
  int start = 1;    // its first item's number
};

// By the number, from 1, of the line that begins a list.
using ListStyles = std::map<std::uint32_t, ListStyle>;

// The numbers of examples by their labels: "(@good)".
using ExampleNumbers = std::map<std::string, int, std::less<>>;

// Writes such marks as a number of the same length ("(iv)" as "001)"), so that cmark-gfm sees a
// list and all columns stay true, and notes the lists' styles. A mark counts only where a list may
// begin and at least one more follows that goes on from it; "(@)" counts alone, and capitals with a
// full stop take pandoc's two spaces behind them or a third item, since "B. Russell" is a name.
// Fenced code is left alone. Time is linear in the text.
// `examples` gets the numbers of labels.
std::string with_numbered_lists(std::string_view text, ListStyles& styles,
                                ExampleNumbers& examples);

// Writes the number where the text names an example ("as (@good) shows"). Linear.
void number_examples(MarkupList& nodes, const ExampleNumbers& examples);

}  // namespace garland
