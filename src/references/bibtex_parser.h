// The syntax of BibTeX files alone: entries with their fields as written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace garland {

struct BibtexEntry {
  std::string type;  // lower case: "article"
  std::string key;
  std::vector<std::pair<std::string, std::string>> fields;  // names in lower case, values in TeX
  std::uint32_t line = 0;

  // The field's value, or an empty view.
  std::string_view field(std::string_view name) const;
};

// @string macros are put in, @comment and @preamble passed over.
std::vector<BibtexEntry> parse_bibtex(std::string_view text, Diagnostics& diagnostics);

}  // namespace garland
