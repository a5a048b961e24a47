#include "epub/used_characters.h"

#include <algorithm>

#include "base/unicode.h"

namespace garland {
namespace {

void add_all(std::string_view text, std::set<char32_t>& characters) {
  for (std::size_t at = 0; at < text.size();) characters.insert(next_code_point(text, at));
}

bool is_code(std::string_view tag_name) {
  const std::string_view name = tag_name.substr(0, tag_name.find_first_of(" \n/>"));
  return name == "code" || name == "pre";
}

}  // namespace

void UsedCharacters::add(std::string_view xhtml) {
  int code_depth = 0;
  for (std::size_t at = 0; at < xhtml.size();) {
    const std::size_t tag = std::min(xhtml.find('<', at), xhtml.size());
    add_all(xhtml.substr(at, tag - at), code_depth > 0 ? code : text);
    if (tag == xhtml.size()) return;
    at = std::min(xhtml.find('>', tag), xhtml.size() - 1) + 1;
    const std::string_view inside = xhtml.substr(tag, at - tag);
    add_all(inside, text);
    if (is_code(inside.substr(1)) && !inside.ends_with("/>")) ++code_depth;
    if (inside.starts_with("</") && is_code(inside.substr(2))) --code_depth;
  }
}

}  // namespace garland
