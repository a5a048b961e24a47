// The words of the colophon, the page that says how the book was made.
#pragma once

#include <string>
#include <vector>

#include "base/length.h"
#include "book/anthology.h"

namespace garland {

// What a book is set in.
struct BookType {
  std::vector<std::string> families;  // that of the running text first
  Length size, leading;               // of the running text
};

// The editor's own paragraphs, or else what is known: the type, if any, the program, and which
// edition it is. Requires an anthology with a colophon.
std::vector<std::string> colophon_paragraphs(const Anthology& anthology, const BookType& type = {});

}  // namespace garland
