// A page's tree made plain before it is looked at: scripts, styles and hidden elements taken out,
// pictures that wait for a script given their addresses, paragraphs parted at double line breaks.
#pragma once

#include "document/document.h"
#include "readers/markup/markup.h"
#include "readers/wishes/wishes.h"

namespace garland::html {

struct PreparationOptions {
  bool keeps_hidden = false;  // elements that the page hides stay
};

// Marks what holds blocks, too. `dropped` gets the words of what is taken out, but for scripts and
// styles, which have none.
void prepare_page(Markup& page, const PreparationOptions& options, Wishes& wishes, Blocks& dropped);

}  // namespace garland::html
