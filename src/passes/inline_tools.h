// What several passes do with inlines.
#pragma once

#include <string>
#include <string_view>

#include "document/inline.h"

namespace garland {

// Joins neighbouring Text nodes that have no attributes; the joined node spans both ranges.
void merge_texts(Inlines& inlines);

// Adds the words, without code and those marked as another language.
void append_own_words(const Inlines& inlines, std::string& words);

// Letters and digits alone, case folded: equal for "The Sea!" and "the sea".
std::string comparable(std::string_view text);

// Takes white space and breaks off both ends; texts left empty go.
void trim_inlines(Inlines& inlines);

}  // namespace garland
