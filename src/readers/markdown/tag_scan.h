// Takes the tags of site generators and note-takers out of Markdown before it is parsed, so that
// nothing in them is read as Markdown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/markdown/tags.h"

namespace garland {

// Whether the text is MDX (markdown/mdx.h), whose tags are taken out as well.
enum class MarkdownDialect { Markdown, Mdx };

// The text with each tag replaced by a token of its size (but for tags where an address is
// expected, which become that address), so that lines and columns stay true. What a tag alone on
// its line says is about blocks: its token is HTML to cmark-gfm, which ends any paragraph. Code
// between two tags becomes fenced code. Tags in code and behind a backslash stay as they are, and
// so does what looks like a link of CommonMark.
std::string hide_site_tags(std::string_view text, std::uint32_t first_line, MarkdownDialect dialect,
                           std::vector<SiteTag>& tags);

}  // namespace garland
