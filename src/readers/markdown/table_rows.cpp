#include "readers/markdown/table_rows.h"

#include "base/unicode.h"

namespace garland {

std::string_view surplus_cells(std::string_view line, std::size_t columns) {
  std::size_t at = line.find_first_not_of(" \t>");
  if (at == std::string_view::npos) return {};
  if (line[at] == '|') ++at;
  std::size_t cells = 0;
  for (; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
      continue;
    }
    if (line[at] != '|') continue;
    if (++cells == columns) break;
  }
  if (at >= line.size()) return {};
  std::string_view rest = trim(line.substr(at + 1));
  if (rest.ends_with('|') && !rest.ends_with("\\|")) rest.remove_suffix(1);
  return trim(rest);
}

}  // namespace garland
