#include "readers/markdown/text_parts.h"

#include <iterator>
#include <utility>

namespace garland {

bool is_verbatim(const Markup& node) {
  return node.is("pre") || node.is("code") || node.is("x-math");
}

void part_texts(MarkupList& nodes, const std::function<MarkupList(const Markup&)>& parts_of) {
  MarkupList out;
  out.reserve(nodes.size());
  for (Markup& node : nodes) {
    if (!is_verbatim(node)) part_texts(node.children, parts_of);
    MarkupList parts = node.is_text() ? parts_of(node) : MarkupList();
    if (parts.empty()) {
      out.push_back(std::move(node));
    } else {
      std::move(parts.begin(), parts.end(), std::back_inserter(out));
    }
  }
  nodes = std::move(out);
}

}  // namespace garland
