#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/contains.h"
#include "readers/markup/markup_reader.h"

namespace garland {
namespace {

bool is_credit(const Markup& node) {
  return node.is("cite") || node.attribute("class").find("credit") != std::string_view::npos;
}

// Whether the figure shows something that is no drawing: a drawing beside it is a sign of the
// page's, such as the glass that makes the picture larger or the mark before a quotation.
bool shows_other_than_drawings(const MarkupList& nodes) {
  constexpr auto kShown = std::to_array<std::string_view>(
      {"audio", "blockquote", "iframe", "img", "object", "pre", "table", "video"});
  return std::any_of(nodes.begin(), nodes.end(), [&](const Markup& node) {
    if (node.is("svg")) return false;
    return contains(kShown, node.name) || shows_other_than_drawings(node.children);
  });
}

}  // namespace

void MarkupReader::figure(const Markup& node, Blocks& out, int depth) {
  Figure made;
  MarkupList inside = node.children;
  for (Markup& child : inside) {
    if (!child.is("figcaption")) continue;
    const auto credit = std::find_if(child.children.begin(), child.children.end(), is_credit);
    if (credit != child.children.end() && made.credit.empty()) {
      made.credit = read_inlines(credit->children);
      if (!made.credit.empty()) child.children.erase(credit);
    }
    Blocks caption = blocks(child.children, depth + 1);
    pass_language(child, caption);
    std::move(caption.begin(), caption.end(), std::back_inserter(made.caption));
  }
  std::erase_if(inside, [](const Markup& child) { return child.is("figcaption"); });
  const bool outer = std::exchange(shows_drawings_, !shows_other_than_drawings(inside));
  made.blocks = blocks(inside, depth + 1);
  shows_drawings_ = outer;
  if (made.blocks.empty() && made.caption.empty()) return;
  BlockQuotation* quotation =
      made.blocks.size() == 1 ? made.blocks.front().as<BlockQuotation>() : nullptr;
  const Paragraph* words =
      made.caption.size() == 1 ? made.caption.front().as<Paragraph>() : nullptr;
  if (quotation != nullptr && words != nullptr && quotation->attribution.empty()) {
    quotation->attribution = words->inlines;
    out.push_back(std::move(made.blocks.front()));
    return;
  }
  out.push_back({std::move(made), attributes_of(node), node.range});
}

}  // namespace garland
