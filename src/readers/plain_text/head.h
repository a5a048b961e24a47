// The head of an article in plain text: title, deck, byline, date, the description of its picture.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/article.h"
#include "readers/plain_text/pieces.h"
#include "readers/reader.h"

namespace garland::plain {

// What the steps look at and add to.
struct HeadContext {
  const std::vector<TextLine>& lines;
  const Layout& layout;
  const ReaderOptions& options;
  Document& document;
};

// Judges the pieces from the article's first on, and those around it that name who wrote it and
// when. What is found goes to the metadata with its place and reason; the pieces become Metadata,
// or Dropped where they only repeat the title. Metadata that is already set is not touched.
void find_head(std::vector<Piece>& pieces, const ArticleBounds& bounds, const HeadContext& context);

}  // namespace garland::plain
