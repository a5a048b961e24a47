#include "book/captions.h"

#include "base/unicode.h"
#include "document/walk.h"

namespace garland {

std::string caption_words(const Blocks& caption) {
  std::string words;
  query(caption, [&words](const Block& block) {
    if (const auto* paragraph = block.as<Paragraph>()) {
      words += plain_text(paragraph->inlines) + " ";
    }
  });
  return collapse_spaces(words);
}

std::string description_of(const Image& image, std::string_view caption) {
  for (std::string words :
       {collapse_spaces(image.alternative), std::string(caption), collapse_spaces(image.title)}) {
    if (!words.empty()) return words;
  }
  return {};
}

}  // namespace garland
