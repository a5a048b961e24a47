// The Markdown reader: CommonMark with GitHub's extensions and the better part of Pandoc's. Its
// way:
//   front matter (front_matter.h) ─▶ tags of sites taken out (markdown/tag_scan.h) ─▶ cmark-gfm
//   with our syntax (markdown/parse.h) ─▶ pieces put together (markdown/inlines.h,
//   markdown/groups.h) ─▶ raw HTML nested (html/parse.h) ─▶ tags given their meaning
//   (markdown/tag_place.h) ─▶ nodes (markup_reader.h).
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "document/document.h"
#include "readers/reader.h"

namespace garland {

// See Reader::read.
Document read_markdown(std::string_view text, std::string_view path, const ReaderOptions& options,
                       Diagnostics& diagnostics);

}  // namespace garland
