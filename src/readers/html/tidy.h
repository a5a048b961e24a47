// The article's nodes made plain for MarkupReader: what pages write in many ways becomes the one
// way that HTML has for it.
#pragma once

#include "readers/markup/markup.h"

namespace garland::html {

// Code loses its line numbers; items without a list get one; tables for layout are opened up; boxes
// of notes and words about the author are named. Cost: linear.
void tidy_article(MarkupList& article);

// Takes the permalinks and buttons out of a heading; a heading that is its own link loses it.
void tidy_heading(Markup& heading);

// Pictures: of a <picture> or "srcset" the largest file; a picture and its caption, in a box, in a
// paragraph or one behind the other, are a figure.
void tidy_pictures(MarkupList& article);

}  // namespace garland::html
