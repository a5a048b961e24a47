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

// Pictures on their own, side by side where they fit, else one below the other; for one that is
// missing the frame that says why.
void set_pictures(Setter& setter, const std::vector<PictureUse>& pictures, const Frame& frame);

// Sets a paragraph in which pictures stand alone on lines among lines of words: these pictures as
// blocks, few words below them as their caption, other words as paragraphs. False, and nothing is
// set, when there is no such line.
bool set_picture_lines(Setter& setter, const Paragraph& paragraph, const std::string& id,
                       const Frame& frame);

}  // namespace garland
