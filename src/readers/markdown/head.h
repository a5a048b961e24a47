// The head of an article in Markdown that says who wrote it and when in its text rather than in
// front matter.
#pragma once

#include "document/document.h"
#include "readers/wishes/wishes.h"

namespace garland {

// Takes byline and date from the paragraphs right below the title, which is the document's only
// heading of level 1 at its beginning, or stands in the front matter. Lines are understood as in
// plain text (words/byline.h). A paragraph that says no more than that goes to the metadata,
// with its place and reason; metadata that is already set is not touched, and a paragraph that only
// repeats or contradicts the front matter is left out. What `keep:` names stays in the text.
void read_markdown_head(Document& document, Wishes& wishes);

}  // namespace garland
