// A paragraph as the page shows it: words, and between them the pictures that no line has room for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/inline.h"
#include "layout/galley/pictures.h"
#include "layout/galley/setter.h"

namespace garland {

// Pictures that stand apart, with the marks of notes that follow them at once, or words.
struct ParagraphPart {
  Pictures pictures;
  Inlines words;
  std::vector<std::string> anchors;  // elements that begin with it and have no words
  bool begins_line = false;          // of the source
  std::size_t skipped = 0;  // code points of the source's words up to the next part, set in none
};

inline bool has_pictures(const ParagraphPart& part) { return !part.pictures.uses.empty(); }

// The parts of a paragraph, none empty; neighbours are of two kinds. A point or comma behind a
// picture goes to the words before. The pictures' nodes stay those of `inlines`.
std::vector<ParagraphPart> find_parts(const Setter& setter, const Inlines& inlines,
                                      const Frame& frame);

}  // namespace garland
