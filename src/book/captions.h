// What a caption says, for those who must not say it twice.
#pragma once

#include <string>

#include "document/document.h"

namespace garland {

// The words of the caption's paragraphs, white space as between words.
std::string caption_words(const Blocks& caption);

}  // namespace garland
