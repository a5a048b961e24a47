// What a caption says, for those who must not say it twice.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace garland {

// The words of the caption's paragraphs, white space as between words.
std::string caption_words(const Blocks& caption);

// What a picture shows, in words: its description, else the words of its caption, else its title.
// May be empty.
std::string description_of(const Image& image, std::string_view caption);

}  // namespace garland
