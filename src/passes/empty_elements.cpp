#include "passes/empty_elements.h"

#include <algorithm>
#include <type_traits>

#include "base/unicode.h"
#include "document/walk.h"
#include "passes/inline_tools.h"

namespace garland {
namespace {

void clean(Inlines& inlines);
void clean(Blocks& blocks);

template <typename Node>
void clean_inside(Node& node) {
  for_lists_inside(node, [](auto& inner) { clean(inner); });
}

// Whether there is white space at most.
bool is_blank(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), [](const Inline& node) {
    const auto* text = node.as<Text>();
    const Inlines* inner = children_of(node);
    return is_line_break(node) || (text != nullptr && trim(text->text).empty()) ||
           (inner != nullptr && is_blank(*inner));
  });
}

// A link without words shows where it leads, so that it can still be followed. Links within the
// page ("#top") are a site's own and have nothing to show; what leads to them must still arrive.
void show_address(Inline& node) {
  auto* link = node.as<Link>();
  const bool is_wordless = link != nullptr && is_blank(link->inlines);
  if (is_wordless && link->target.url.rfind("http", 0) == 0) {
    link->inlines = make_text(link->target.url, node.range);
  } else if (is_wordless) {
    Inlines white = std::move(link->inlines);  // it may part the words around
    const bool is_bare = !white.empty() && node.attributes.id.empty();
    node.content = is_bare ? std::move(white.front().content) : Span{std::move(white)};
  }
}

bool is_empty(const Inline& node) {
  if (!node.attributes.id.empty() || node.as<Citation>() != nullptr) return false;
  if (const auto* text = node.as<Text>()) return text->text.empty();
  if (const auto* code = node.as<Code>()) return code->text.empty();
  if (const auto* math = node.as<Math>()) return math->tex.empty();
  const Inlines* inner = children_of(node);
  return inner != nullptr && inner->empty();
}

void clean(Inlines& inlines) {
  for (Inline& node : inlines) {
    clean_inside(node);
    show_address(node);
  }
  inlines.erase(std::remove_if(inlines.begin(), inlines.end(),
                               [](const Inline& node) { return is_empty(node); }),
                inlines.end());
  merge_texts(inlines);
}

// An item in the middle of an ordered list stays: the numbers after it depend on it.
void drop_empty_items(List& list) {
  auto holds_nothing = [](const ListItem& item) { return item.blocks.empty(); };
  auto& items = list.items;
  if (list.kind == List::Kind::Bullet) {
    items.erase(std::remove_if(items.begin(), items.end(), holds_nothing), items.end());
    return;
  }
  while (!items.empty() && holds_nothing(items.back())) items.pop_back();
  const auto first = std::find_if_not(items.begin(), items.end(), holds_nothing);
  list.start += static_cast<int>(first - items.begin());
  items.erase(items.begin(), first);
}

void drop_empty_lines(Verse& verse) {
  for (auto& stanza : verse.stanzas) {
    stanza.erase(std::remove_if(stanza.begin(), stanza.end(),
                                [](const VerseLine& line) { return line.inlines.empty(); }),
                 stanza.end());
  }
  verse.stanzas.erase(std::remove_if(verse.stanzas.begin(), verse.stanzas.end(),
                                     [](const auto& stanza) { return stanza.empty(); }),
                      verse.stanzas.end());
}

void drop_empty_definitions(DefinitionList& list) {
  for (DefinitionItem& item : list.items) {
    item.definitions.erase(std::remove_if(item.definitions.begin(), item.definitions.end(),
                                          [](const Blocks& blocks) { return blocks.empty(); }),
                           item.definitions.end());
  }
  list.items.erase(std::remove_if(list.items.begin(), list.items.end(),
                                  [](const DefinitionItem& item) {
                                    return item.term.empty() && item.definitions.empty();
                                  }),
                   list.items.end());
}

// What belongs to one kind alone, after all inside it is clean.
template <typename Kind>
void tidy(Kind& node) {
  if constexpr (std::is_same_v<Kind, List>) drop_empty_items(node);
  if constexpr (std::is_same_v<Kind, Verse>) drop_empty_lines(node);
  if constexpr (std::is_same_v<Kind, DefinitionList>) drop_empty_definitions(node);
  if constexpr (std::is_same_v<Kind, Paragraph> || std::is_same_v<Kind, Heading>) {
    trim_inlines(node.inlines);
  }
}

template <typename Kind>
bool holds_nothing(const Kind& node) {
  if constexpr (walk_detail::HasOnlyInlines<Kind>) {
    return node.inlines.empty();
  } else if constexpr (std::is_same_v<Kind, List> || std::is_same_v<Kind, DefinitionList>) {
    return node.items.empty();
  } else if constexpr (std::is_same_v<Kind, BlockQuotation>) {
    return node.blocks.empty() && node.attribution.empty();
  } else if constexpr (std::is_same_v<Kind, Verse>) {
    return node.stanzas.empty();
  } else if constexpr (std::is_same_v<Kind, CodeBlock> || std::is_same_v<Kind, Dropped>) {
    return node.text.empty();
  } else if constexpr (std::is_same_v<Kind, MathBlock>) {
    return node.tex.empty();
  } else if constexpr (std::is_same_v<Kind, Table>) {
    return node.head.empty() && node.body.empty() && node.caption.empty();
  } else if constexpr (std::is_same_v<Kind, Figure>) {
    return node.blocks.empty() && node.caption.empty() && node.credit.empty();
  } else if constexpr (std::is_same_v<Kind, Callout>) {
    return node.title.empty() && node.blocks.empty();
  } else if constexpr (std::is_same_v<Kind, Division>) {
    return node.blocks.empty();
  } else {
    static_assert(std::is_same_v<Kind, ThematicBreak>, "a new kind of block: when is it empty?");
    return false;
  }
}

// A heading of pictures that nothing describes is none for those who do not see them, nor for a
// table of contents.
void demote_wordless_heading(Block& block) {
  auto* heading = block.as<Heading>();
  if (heading == nullptr || heading->inlines.empty()) return;
  if (trim(plain_text(heading->inlines)).empty()) {
    block.content = Paragraph{std::move(heading->inlines)};
  }
}

void clean(Blocks& blocks) {
  for (Block& block : blocks) {
    clean_inside(block);
    std::visit([](auto& content) { tidy(content); }, block.content);
    demote_wordless_heading(block);
  }
  blocks.erase(
      std::remove_if(blocks.begin(), blocks.end(),
                     [](const Block& block) {
                       return block.attributes.id.empty() &&
                              std::visit([](const auto& content) { return holds_nothing(content); },
                                         block.content);
                     }),
      blocks.end());
}

// An empty list may not stand, even where a link leads to it: its place becomes an empty division.
void replace_empty_lists(Block& block) {
  const auto* list = block.as<List>();
  const auto* definitions = block.as<DefinitionList>();
  const bool is_empty_list = (list != nullptr && list->items.empty()) ||
                             (definitions != nullptr && definitions->items.empty());
  if (is_empty_list) block.content = Division{};
}

}  // namespace

void drop_empty_elements(Document& document, Diagnostics& /*diagnostics*/) {
  clean(document.blocks);
  for (Note& note : document.notes) clean(note.blocks);
  walk(document, replace_empty_lists);
}

}  // namespace garland
