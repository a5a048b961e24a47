#include "passes/heading_levels.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/walk.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

TEST_CASE("levels start at 1 and leave none out") {
  struct Case {
    std::vector<int> written;
    std::vector<int> levels;
    std::size_t inferences;
  };
  const std::vector<Case> cases = {
      {{1, 2, 3, 2}, {1, 2, 3, 2}, 0},
      {{2, 3, 2}, {1, 2, 1}, 1},
      {{1, 4, 4, 2}, {1, 2, 2, 2}, 1},
      {{3, 2, 4}, {1, 1, 2}, 1},
      {{2, 4, 3}, {1, 2, 2}, 1},
      {{0, 9}, {1, 2}, 1},
      {{}, {}, 0},
  };
  for (const Case& known : cases) {
    Document document;
    for (const int level : known.written) document.blocks.push_back(heading(level, "x"));
    Diagnostics diagnostics;
    close_heading_levels(document, diagnostics);
    std::vector<int> levels;
    query(document, [&levels](const Block& block) {
      if (const auto* found = block.as<Heading>()) levels.push_back(found->level);
    });
    CAPTURE(known.written.size());
    CHECK(levels == known.levels);
    CHECK(document.inferences.size() == known.inferences);
  }
}
