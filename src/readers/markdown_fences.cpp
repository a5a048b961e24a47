#include "readers/markdown_fences.h"

#include <algorithm>

#include "base/unicode.h"

namespace garland {

std::string_view container_prefix(std::string_view line) {
  return line.substr(0, std::min(line.find_first_not_of(" \t>"), line.size()));
}

bool FenceTracker::is_code(std::string_view line) {
  const std::string_view own = line.substr(container_prefix(line).size());
  const std::size_t run = own.empty() ? 0 : std::min(own.find_first_not_of(own[0]), own.size());
  const bool is_fence = run >= 3 && (own[0] == '`' || own[0] == '~');
  if (length_ == 0) {
    if (!is_fence || (own[0] == '`' && own.find('`', run) != std::string_view::npos)) return false;
    sign_ = own[0];
    length_ = run;
  } else if (is_fence && own[0] == sign_ && run >= length_ && trim(own.substr(run)).empty()) {
    length_ = 0;
  }
  return true;
}

}  // namespace garland
