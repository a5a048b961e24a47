// The e-book writer: an Anthology becomes the bytes of an EPUB 3.3 container. One file of this
// folder for each part of the format; start at package_document.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "book/anthology.h"
#include "book/page_list.h"
#include "epub/used_characters.h"
#include "style/theme.h"

namespace garland {

// A face that the book carries, and its file.
struct EmbeddedFont {
  EmbeddedFace face;
  std::string_view media_type;  // a core media type (EPUB 3.3, 3.2)
  std::string bytes;
};

struct EpubOptions {
  unsigned jobs = 0;                // threads; 0: one a core. Never changes the result
  const PageList* pages = nullptr;  // of the packet, which the book then marks; or null
  // Makes the faces that the book is to carry; empty for none.
  std::function<std::vector<EmbeddedFont>(const UsedCharacters&)> make_fonts = nullptr;
};

// `cover` is the picture shown as the book's cover. Errors: the container cannot be written. Same
// anthology, same bytes.
Result<std::string> write_epub(const Anthology& anthology, const Theme& theme, const Picture& cover,
                               const EpubOptions& options);

}  // namespace garland
