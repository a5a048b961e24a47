// Metadata in bare lines at the head of a text, without fences:
//   % A tale of tides             Pandoc's title block (its manual, "Metadata blocks")
//   % Ann Ruel; Bo Sand
//   % May 4, 2021
//   Title:  A tale of tides       MultiMarkdown's (its guide, "Metadata")
//   Author: Ann Ruel
//   title:: A tale of tides       the properties of Logseq's pages
#pragma once

#include <cstddef>
#include <string_view>

#include "base/value.h"

namespace garland {

struct HeadLines {
  Value data;            // a Map
  std::size_t size = 0;  // bytes of the lines; 0 where the text begins with something else
};

// Reads such lines. Entries of MultiMarkdown begin with "title", properties are known keys all.
HeadLines read_head_lines(std::string_view text);

}  // namespace garland
