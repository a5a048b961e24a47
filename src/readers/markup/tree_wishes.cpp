#include "readers/markup/tree_wishes.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "document/walk.h"

namespace garland {
namespace {

const Inlines* words_of(const Block& block) {
  if (const auto* paragraph = block.as<Paragraph>()) return &paragraph->inlines;
  const auto* heading = block.as<Heading>();
  return heading == nullptr ? nullptr : &heading->inlines;
}

bool is_dropped_whole(const Blocks& blocks) {
  return !blocks.empty() && std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.as<Dropped>() != nullptr;
  });
}

// An item whose lines were all left out goes with them; what was left out stands behind its list.
void take_out_empty_items(Blocks& blocks) {
  Blocks kept;
  for (Block& block : blocks) {
    auto* list = block.as<List>();
    Blocks left_out;
    if (list != nullptr) {
      std::erase_if(list->items, [&left_out](ListItem& item) {
        if (!is_dropped_whole(item.blocks)) return false;
        std::move(item.blocks.begin(), item.blocks.end(), std::back_inserter(left_out));
        return true;
      });
    }
    if (list == nullptr || !list->items.empty()) kept.push_back(std::move(block));
    std::move(left_out.begin(), left_out.end(), std::back_inserter(kept));
  }
  blocks = std::move(kept);
}

// Takes the lines that are to go out of a paragraph, which may have none left then.
Blocks take_lines_out(Paragraph& paragraph, Wishes& wishes, SourceRange place) {
  Blocks left_out;
  Inlines kept;
  Inlines line;  // with the break before it
  const auto end_line = [&] {
    if (line.empty()) return;
    const std::string words = collapse_spaces(plain_text(line));
    const SourceRange range = line.back().range.is_known() ? line.back().range : place;
    const std::string_view reason =
        words.empty() ? std::string_view() : wishes.reason_to_go(words, range);
    if (reason.empty()) {
      if (kept.empty() && is_line_break(line.front())) line.erase(line.begin());
      std::move(line.begin(), line.end(), std::back_inserter(kept));
    } else {
      left_out.push_back({Dropped{words, std::string(reason)}, {}, range});
    }
    line.clear();
  };
  for (Inline& node : paragraph.inlines) {
    if (is_line_break(node)) end_line();
    line.push_back(std::move(node));
  }
  end_line();
  paragraph.inlines = std::move(kept);
  return left_out;
}

// A line is named by its words, whatever marks it is written with.
void leave_out_lines(Blocks& blocks, Wishes& wishes) {
  Blocks kept;
  for (Block& block : blocks) {
    auto* paragraph = block.as<Paragraph>();
    const bool has_lines =
        paragraph != nullptr &&
        std::any_of(paragraph->inlines.begin(), paragraph->inlines.end(), is_line_break);
    Blocks left_out;
    if (has_lines) left_out = take_lines_out(*paragraph, wishes, block.range);
    if (!has_lines || !paragraph->inlines.empty()) kept.push_back(std::move(block));
    std::move(left_out.begin(), left_out.end(), std::back_inserter(kept));
  }
  blocks = std::move(kept);
}

void take_kept_below(Markup& node, Wishes& wishes, MarkupList& kept) {
  MarkupList left;
  for (Markup& child : node.children) {
    const bool is_block = child.kind == Markup::Kind::Element && is_block_element(child.name);
    if (is_block && !child.holds_blocks && wishes.names_kept(text_of(child))) {
      kept.push_back(std::move(child));
      continue;
    }
    if (child.holds_blocks) take_kept_below(child, wishes, kept);
    left.push_back(std::move(child));
  }
  node.children = std::move(left);
}

}  // namespace

void apply_wishes(Blocks& blocks, Wishes& wishes) {
  if (wishes.are_none()) return;
  int level = 1;  // of the heading before
  walk(blocks, [&](Block& block) {
    const Inlines* inlines = words_of(block);
    if (inlines == nullptr) return;
    if (const auto* heading = block.as<Heading>()) level = heading->level;
    std::string words = collapse_spaces(plain_text(*inlines));
    if (words.empty()) return;
    const std::string_view reason = wishes.reason_to_go(words, block.range);
    if (!reason.empty()) {
      block.content = Dropped{std::move(words), std::string(reason)};
    } else if (block.as<Paragraph>() != nullptr && wishes.is_heading(words, block.range)) {
      block.content = Heading{level, Inlines(*inlines)};
    }
  });
  walk(blocks, [&wishes](Blocks& list) { leave_out_lines(list, wishes); });
  walk(blocks, [](Blocks& list) { take_out_empty_items(list); });
}

MarkupList take_kept(Markup& node, Wishes& wishes) {
  MarkupList kept;
  if (!wishes.name_kept_lines()) return kept;
  const bool is_block = node.kind == Markup::Kind::Element && is_block_element(node.name);
  if (is_block && !node.holds_blocks) {
    if (wishes.names_kept(text_of(node))) {
      kept.push_back(Markup::element("p", node.range));
      kept.back().children = std::exchange(node.children, {});
    }
    return kept;
  }
  take_kept_below(node, wishes, kept);
  return kept;
}

}  // namespace garland
