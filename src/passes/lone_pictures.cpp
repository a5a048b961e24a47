#include "passes/lone_pictures.h"

#include <string>
#include <type_traits>
#include <utility>

#include "base/unicode.h"
#include "document/walk.h"

namespace garland {
namespace {

// The picture when it is all there is, be it linked; else null.
Image* lone_picture(Inlines& inlines) {
  if (inlines.size() != 1) return nullptr;
  if (auto* link = inlines.front().as<Link>()) return lone_picture(link->inlines);
  return inlines.front().as<Image>();
}

Figure figure_of(Inlines inlines, SourceRange range) {
  Figure made;
  std::string title = collapse_spaces(std::exchange(lone_picture(inlines)->title, {}));
  if (!title.empty()) {
    made.caption.push_back({Paragraph{make_text(std::move(title), range)}, {}, range});
  }
  made.blocks.push_back({Paragraph{std::move(inlines)}, {}, range});
  return made;
}

bool keeps_pictures(const Block& block) {
  const auto* list = block.as<List>();
  return block.as<Figure>() != nullptr || block.as<Table>() != nullptr ||
         (list != nullptr && list->is_tight);
}

void make_figures(Blocks& blocks, std::vector<Inference>& inferences) {
  auto deeper = [&inferences](auto& inner) {
    if constexpr (std::is_same_v<decltype(inner), Blocks&>) make_figures(inner, inferences);
  };
  for (Block& block : blocks) {
    if (keeps_pictures(block)) continue;
    auto* paragraph = block.as<Paragraph>();
    if (paragraph == nullptr) {
      for_lists_inside(block, deeper);
    } else if (lone_picture(paragraph->inlines) != nullptr) {
      Figure figure = figure_of(std::move(paragraph->inlines), block.range);
      block.content = std::move(figure);
      inferences.push_back({block.range, "figure", "an image alone in its paragraph"});
    }
  }
}

}  // namespace

void set_lone_pictures(Document& document, Diagnostics& /*diagnostics*/) {
  make_figures(document.blocks, document.inferences);
  for (Note& note : document.notes) make_figures(note.blocks, document.inferences);
}

}  // namespace garland
