// Small trees for tests of lists and citations, beside those of tests/support/tree.h.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/tree.h"

namespace garland::tree {

inline Inline text(std::string words) { return {Text{std::move(words)}, {}, {}}; }

inline Block bullet_list(std::vector<Blocks> items) {
  List list;
  for (Blocks& blocks : items) {
    list.items.push_back({ListItem::Task::None, std::move(blocks), {}});
  }
  return {std::move(list), {}, {}};
}

inline Inline citation(std::string key, std::string locator = "",
                       Citation::Form form = Citation::Form::Parenthetical) {
  Citation content{{{key, "", std::move(locator), false}}, form, {text("[@" + key + "]")}};
  return {std::move(content), {}, SourceRange::at(3, 5)};
}

}  // namespace garland::tree
