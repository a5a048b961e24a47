#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "readers/markup_reader.h"

namespace garland {
namespace {

// The image when it is all there is, be it linked; else null.
Image* lone_image_in(Inlines& inlines) {
  if (inlines.size() != 1) return nullptr;
  if (auto* link = inlines.front().as<Link>()) return lone_image_in(link->inlines);
  return inlines.front().as<Image>();
}

bool class_mentions(const Markup& node, std::string_view name) {
  return node.attribute("class").find(name) != std::string_view::npos;
}

}  // namespace

bool MarkupReader::lone_image(const Inlines& inlines) const {
  return lone_image_in(const_cast<Inlines&>(inlines)) != nullptr;
}

// An image alone in its paragraph. Its title is its caption; its alternative text is for those who
// do not see it.
Block MarkupReader::figure_of(const Markup& node, Inlines words) {
  Figure made;
  Image& image = *lone_image_in(words);
  if (!image.title.empty()) {
    made.caption.push_back(
        {Paragraph{make_text(collapse_spaces(image.title), node.range)}, {}, node.range});
    image.title.clear();
  }
  made.blocks.push_back({Paragraph{std::move(words)}, {}, node.range});
  document_.inferences.push_back({node.range, "figure", "an image alone in its paragraph"});
  return {std::move(made), attributes_of(node), node.range};
}

void MarkupReader::figure(const Markup& node, Blocks& out, int depth) {
  Figure made;
  MarkupList inside = node.children;
  for (Markup& child : inside) {
    if (!child.is("figcaption")) continue;
    for (const Markup& part : child.children) {
      const bool is_credit = class_mentions(part, "credit") || part.is("cite");
      if (is_credit && made.credit.empty()) made.credit = read_inlines(part.children);
    }
    std::erase_if(child.children, [](const Markup& part) {
      return class_mentions(part, "credit") || part.is("cite");
    });
    Blocks caption = blocks(child.children, depth + 1);
    std::move(caption.begin(), caption.end(), std::back_inserter(made.caption));
  }
  std::erase_if(inside, [](const Markup& child) { return child.is("figcaption"); });
  const bool outer = std::exchange(makes_figures_, false);
  made.blocks = blocks(inside, depth + 1);
  makes_figures_ = outer;
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
