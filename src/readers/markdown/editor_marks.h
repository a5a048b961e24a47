// What editors mark in a text (CriticMarkup) and the icons that a site draws:
//   {++new++}   {--gone--}   {~~old~>new~~}   {==weighed==}   {>>a remark<<}   :material-kettle:
#pragma once

#include "readers/markup/markup.h"

namespace garland {

// Takes a document's blocks, their inlines read. The text is as it is once the changes are
// accepted; what they take away, remarks and icons become records ("x-dropped"). Code and formulas
// are left alone. Linear.
void read_editor_marks(MarkupList& blocks);

}  // namespace garland
