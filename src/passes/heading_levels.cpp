#include "passes/heading_levels.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "document/walk.h"

namespace garland {

void close_heading_levels(Document& document, Diagnostics& /*diagnostics*/) {
  std::vector<int> open;  // levels as written, of the headings around the present one
  bool is_recorded = false;
  walk(document, [&](Block& block) {
    auto* heading = block.as<Heading>();
    if (heading == nullptr) return;
    const int written = std::clamp(heading->level, 1, 6);
    while (!open.empty() && open.back() >= written) open.pop_back();
    open.push_back(written);
    const int level = static_cast<int>(open.size());
    if (level != heading->level && !is_recorded) {
      document.inferences.push_back(
          {block.range, "heading level",
           fmt::format("level {} becomes {}, and those below follow, so that levels start at 1 and "
                       "none is left out",
                       heading->level, level)});
      is_recorded = true;
    }
    heading->level = level;
  });
}

}  // namespace garland
