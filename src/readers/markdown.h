// The Markdown reader: CommonMark with GitHub's extensions and the better part of Pandoc's. Its
// way:
//   front matter (front_matter.h) ─▶ tags of sites taken out (markdown_tag_scan.h) ─▶ cmark-gfm
//   with our syntax (markdown_parse.h) ─▶ pieces put together (markdown_inlines.h,
//   markdown_groups.h) ─▶ raw HTML nested (html_parse.h) ─▶ tags given their meaning
//   (markdown_tag_place.h) ─▶ nodes (markup_reader.h).
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "document/document.h"
#include "readers/reader.h"

namespace garland {

// See Reader::read.
Document read_markdown(std::string_view text, std::string_view path, const ReaderOptions& options,
                       Diagnostics& diagnostics);

// See Reader::recognize: front matter and marks that plain text does not have.
int recognize_markdown(std::string_view text, std::string_view path);

}  // namespace garland
