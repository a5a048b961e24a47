// The page list: at which words each page of the packet begins, so that the e-book can say so at
// the same words (EPUB Accessibility 1.1, 4.1.1). Made of the pages of the packet, taken by the
// writer of the e-book.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/anthology.h"

namespace garland {

// Names of the places that both books have beside the works.
constexpr const char* kTitlePageAnchor = "book/title";
constexpr const char* kImprintAnchor = "book/imprint";
constexpr const char* kContentsAnchor = "book/contents";
constexpr const char* kBibliographyAnchor = "book/bibliography";
constexpr const char* kAttributionsAnchor = "book/attributions";
constexpr const char* kColophonAnchor = "book/colophon";
std::string index_anchor(IndexKind kind);
// Of the part's title page.
std::string part_anchor(const Part& part);

// What a cell of a table is called there: cells stand in other orders where a table is cut.
std::string cell_element(const std::string& table, std::size_t row, std::size_t column);

// And the letter above the entries of an index.
std::string letter_element(const std::string& letter);

// In the place of a block's id, which it cannot be: behind all words of the place.
constexpr const char* kTextEnd = "/";

// The beginning of one page.
struct PageStart {
  std::string label;  // the folio: "iv", "12"
  std::string place;  // Work::id, or one of the names above
  // The block that was begun last before it, by its id, or the cell of a table; in the back matter
  // an entry by its index from 0, in the contents by its place. Empty where the place begins,
  // kTextEnd behind its words.
  std::string element;
  std::size_t text_offset = 0;  // code points of the place's words since then
};

struct PageList {
  std::string source;            // name of the packet's file
  std::vector<PageStart> pages;  // in the packet's order; those without words are left out
};

}  // namespace garland
