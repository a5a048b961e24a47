#include "readers/markdown/text_parts.h"

#include <iterator>
#include <utility>

namespace garland {

bool is_verbatim(const Markup& node) {
  return node.is("pre") || node.is("code") || node.is("x-math");
}

void part_texts(MarkupList& nodes, const std::function<MarkupList(const Markup&)>& parts_of) {
  MarkupList out;  // of the nodes before `done`
  std::size_t done = 0;
  const auto move_nodes = [&](std::size_t end) {
    const auto at = [&nodes](std::size_t i) {
      return std::make_move_iterator(nodes.begin() + static_cast<std::ptrdiff_t>(i));
    };
    out.insert(out.end(), at(done), at(end));
    done = end;
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!is_verbatim(nodes[i])) part_texts(nodes[i].children, parts_of);
    MarkupList parts = nodes[i].is_text() ? parts_of(nodes[i]) : MarkupList();
    if (parts.empty()) continue;
    move_nodes(i);
    std::move(parts.begin(), parts.end(), std::back_inserter(out));
    done = i + 1;
  }
  if (done == 0) return;
  move_nodes(nodes.size());
  nodes = std::move(out);
}

}  // namespace garland
