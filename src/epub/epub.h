// The e-book writer: an Anthology becomes the bytes of an EPUB 3.3 container. One file of this
// folder for each part of the format; start at package_document.
#pragma once

#include <string>

#include "base/result.h"
#include "book/anthology.h"
#include "book/page_list.h"
#include "style/theme.h"

namespace garland {

struct EpubOptions {
  unsigned jobs = 0;                // threads; 0: one a core. Never changes the result
  const PageList* pages = nullptr;  // of the packet, which the book then marks; or null
};

// `cover` is the picture shown as the book's cover. Errors: the container cannot be written. Same
// anthology, same bytes.
Result<std::string> write_epub(const Anthology& anthology, const Theme& theme, const Picture& cover,
                               const EpubOptions& options);

}  // namespace garland
