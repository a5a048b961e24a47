// Notes without links: raised numbers in the text, and paragraphs at its end that begin with the
// same ones.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "readers/markup/markup.h"

namespace garland::html {

// Joins them where the paragraphs stand in a row, counted from 1, and each number is raised once in
// the text before: an exponent's is not. Adds the labels of the notes made. Cost: linear.
void join_bare_notes(MarkupList& article, std::set<std::string, std::less<>>& labels);

}  // namespace garland::html
