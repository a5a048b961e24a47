// How sure a text is Markdown, by its front matter and its marks.
#pragma once

#include <string_view>

namespace garland {

// See Reader::recognize: front matter and marks that plain text does not have.
int recognize_markdown(std::string_view text, std::string_view path);

// The notation that the first line of front matter names ("---json"): "JavaScript", "JSON", "TOML"
// or "YAML". Empty for other lines.
std::string_view front_matter_notation(std::string_view line);

}  // namespace garland
