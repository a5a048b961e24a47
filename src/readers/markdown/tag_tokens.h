// What stands for the tags of sites in Markdown while cmark-gfm parses it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/markdown/tags.h"

namespace garland {

// A token among words, or one that is a block of HTML to cmark-gfm, which ends any paragraph.
enum class TokenForm { Words, Html };

// The token of the tag of that number, of so many bytes; nothing where they are too few.
std::optional<std::string> token_of(std::size_t number, std::size_t size, TokenForm form);

// The number of the tag whose token this piece of HTML is.
std::optional<std::size_t> tag_of_html(std::string_view html);

// A token, whole, and the next one from `at` on.
struct TagToken {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t tag = 0;
};
std::optional<TagToken> next_token(std::string_view text, std::size_t at);

// The text with its tokens as they were written.
std::string with_tags_written_out(std::string_view text, const std::vector<SiteTag>& tags);

}  // namespace garland
