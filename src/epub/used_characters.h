// Which characters stand in documents and in their style sheet, for fonts that are cut to them.
#pragma once

#include <set>
#include <string_view>

namespace garland {

struct UsedCharacters {
  std::set<char32_t> text;
  std::set<char32_t> code;  // inside of <code> and <pre>

  // Adds those of a document. Tags count as text, for style sheets show attributes.
  void add(std::string_view xhtml);
};

}  // namespace garland
