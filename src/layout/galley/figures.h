// Pictures and figures as blocks.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "layout/galley/pictures.h"
#include "layout/galley/setter.h"

namespace garland {

// The pictures, when the inlines hold pictures (in links or emphasis perhaps), white space and
// nothing else; none otherwise.
std::vector<PictureUse> only_pictures(const Inlines& inlines);

// Sets a paragraph with pictures that stand apart: these as blocks, few words on lines below them
// as their caption, other words as paragraphs. False, and nothing is set, when it has none.
bool set_picture_parts(Setter& setter, const Paragraph& paragraph, const Frame& frame);

}  // namespace garland
