// Pieces of HTML as the HTML Standard parts them (section 13.2.5, "Tokenization"): where tags,
// comments and elements of raw text end. Nothing here builds a tree or decodes references.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace garland::html {

struct TagToken {
  std::string_view written;    // from "<" to ">"
  std::string_view name;       // as written
  std::size_t attributes = 0;  // how many
  bool is_end = false;         // "</name>"
  bool closes_itself = false;  // "<name/>"
};

// The tag at `at`, where "<" or "</" stands before a letter; nothing where it does not end.
// Clauses 13.2.5.8 "Tag name state" and 13.2.5.32 to 13.2.5.40, on attributes.
std::optional<TagToken> read_tag(std::string_view html, std::size_t at);

// The attributes of a tag that begins where `tag` does, names in lower case, values as written:
// each name once, as it stands first. None where there are more than kMostAttributes.
std::vector<std::pair<std::string, std::string>> read_attributes(std::string_view tag);

// Attributes that a tag is read with: looking for names said twice takes time in their square.
constexpr std::size_t kMostAttributes = 300;

// The offset after the comment that begins with "<!--" at `at`; npos where it does not end.
// Clauses 13.2.5.43 to 13.2.5.52, on comments.
std::size_t comment_end(std::string_view html, std::size_t at);

// Whether the end tag "</name" stands at `at`, in whatever case.
bool is_end_tag(std::string_view html, std::size_t at, std::string_view name);

// The offset of the end tag of an element of that name whose characters begin at `from`, or the
// HTML's size. Clauses 13.2.5.2 "RCDATA state" and 13.2.5.3 "RAWTEXT state".
std::size_t raw_text_end(std::string_view html, std::size_t from, std::string_view name);

// The same for a script, in which a comment may hold whole script elements: clauses 13.2.5.4
// "Script data state" and 13.2.5.15 to 13.2.5.31.
std::size_t script_end(std::string_view html, std::size_t from);

}  // namespace garland::html
