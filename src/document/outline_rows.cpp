#include "document/outline_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "document/kind_names.h"
#include "document/metadata.h"
#include "document/walk.h"

namespace garland {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string words_of(const Blocks& blocks) {
  std::string words;
  query(blocks, [&words](const Block& block) {
    const auto* paragraph = block.as<Paragraph>();
    if (paragraph != nullptr) words += (words.empty() ? "" : " ") + plain_text(paragraph->inlines);
  });
  return words;
}

// The label and the words of one kind of block.
using Said = std::pair<std::string, std::string>;

template <typename Kind>
Said say(const Kind& /*node*/) {
  return {std::string(kKindName<Kind>), ""};
}
Said say(const Heading& node) {
  return {fmt::format("heading {}", node.level), plain_text(node.inlines)};
}
Said say(const Paragraph& node) { return {"paragraph", plain_text(node.inlines)}; }
Said say(const List& node) {
  return {"list", fmt::format("{}, {}", name_of(node.kind), counted(node.items.size(), "item"))};
}
Said say(const DefinitionList& node) {
  return {"definition list", counted(node.items.size(), "term")};
}
Said say(const Verse& node) {
  std::size_t lines = 0;
  for (const auto& stanza : node.stanzas) lines += stanza.size();
  const bool has_words = !node.stanzas.empty() && !node.stanzas.front().empty();
  const std::string first = has_words ? plain_text(node.stanzas.front().front().inlines) : "";
  return {"verse", fmt::format("{}: {}", counted(lines, "line"), first)};
}
Said say(const CodeBlock& node) {
  return {node.language.empty() ? "code" : "code " + node.language, node.text};
}
Said say(const Table& node) {
  return {"table",
          fmt::format("{}, {}  {}", counted(node.columns.size(), "column"),
                      counted(node.head.size() + node.body.size(), "row"), words_of(node.caption))};
}
Said say(const Figure& node) { return {"figure", words_of(node.caption)}; }
Said say(const MathBlock& node) { return {"formula", node.tex}; }
Said say(const Callout& node) {
  return {node.kind.empty() ? "callout" : node.kind, plain_text(node.title)};
}
Said say(const Division& node) {
  return {node.role == Division::Role::None ? "division" : std::string(name_of(node.role)), ""};
}
Said say(const Dropped& /*node*/) { return {"left out", ""}; }

class RowMaker {
 public:
  std::vector<OutlineRow> make(const Document& document) {
    blocks(document.blocks);
    for (const Note& note : document.notes) {
      row(note.range, fmt::format("note {}", note.label), words_of(note.blocks));
      ++depth_;
      left_out_inside(note.blocks);
      --depth_;
    }
    take_dropped_out();
    for (const Inference& inference : document.inferences) place(inference, document.metadata);
    put_extras_in();
    return std::move(rows_);
  }

 private:
  OutlineRow& row(SourceRange range, std::string label, std::string words) {
    rows_.push_back({range, depth_, std::move(label), std::move(words), {}, "", false});
    return rows_.back();
  }

  void blocks(const Blocks& list) {
    for (const Block& block : list) {
      if (const auto* dropped = block.as<Dropped>()) {
        left_out(block.range, *dropped);
        continue;
      }
      auto [label, words] = std::visit([](const auto& node) { return say(node); }, block.content);
      row(block.range, std::move(label), std::move(words));
      ++depth_;
      inside(block);
      --depth_;
    }
  }

  void left_out(SourceRange range, const Dropped& dropped) {
    auto [label, words] = say(dropped);
    OutlineRow& made = row(range, std::move(label), std::move(words));
    made.is_dropped = true;
    made.reasons.push_back(dropped.reason);
    made.dropped_text = dropped.text;
  }

  // Figures, tables and notes are told in one row, but for what was left out in them.
  void left_out_inside(const Blocks& list) {
    query(list, [this](const Block& inner) {
      if (const auto* dropped = inner.as<Dropped>()) left_out(inner.range, *dropped);
    });
  }

  void inside(const Block& block) {
    if (const auto* list = block.as<List>()) {
      for (const ListItem& one : list->items) item(one);
    } else if (const auto* terms = block.as<DefinitionList>()) {
      for (const DefinitionItem& one : terms->items) {
        row({}, "term", plain_text(one.term));
        for (const Blocks& definition : one.definitions) blocks(definition);
      }
    } else if (const auto* quotation = block.as<BlockQuotation>()) {
      blocks(quotation->blocks);
      if (!quotation->attribution.empty()) {
        row({}, "attribution", plain_text(quotation->attribution));
      }
    } else if (const auto* callout = block.as<Callout>()) {
      blocks(callout->blocks);
    } else if (const auto* division = block.as<Division>()) {
      blocks(division->blocks);
    } else if (const auto* figure = block.as<Figure>()) {
      left_out_inside(figure->blocks);
      left_out_inside(figure->caption);
    } else if (const auto* table = block.as<Table>()) {
      left_out_inside(table->caption);
      for (const auto* rows : {&table->head, &table->body}) {
        for (const TableRow& one : *rows) {
          for (const TableCell& cell : one.cells) left_out_inside(cell.blocks);
        }
      }
    }
  }

  // An item's first paragraph is told on its own row.
  void item(const ListItem& item) {
    const auto* first = item.blocks.empty() ? nullptr : item.blocks.front().as<Paragraph>();
    const SourceRange range =
        item.range.is_known() || item.blocks.empty() ? item.range : item.blocks.front().range;
    row(range, "item", first == nullptr ? "" : plain_text(first->inlines));
    ++depth_;
    blocks(Blocks(item.blocks.begin() + (first == nullptr ? 0 : 1), item.blocks.end()));
    --depth_;
  }

  static auto position(const OutlineRow& row) {
    return std::pair(row.range.begin_line, row.range.begin_column);
  }

  // What was left out of a page stands at the end of its tree.
  void take_dropped_out() {
    const auto is_loose = [](const OutlineRow& row) { return row.is_dropped && row.depth == 0; };
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(extras_), is_loose);
    std::erase_if(rows_, is_loose);
    for (const OutlineRow& row : extras_) dropped_reasons_.insert(row.reasons.front());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      by_line_[rows_[i].range.begin_line].push_back(i);
    }
  }

  // Whether a piece of metadata, or what was left out, tells the same.
  bool is_told(const Inference& inference, const Metadata& metadata) const {
    bool is_told = false;
    for_each_field(metadata, [&](std::string_view /*name*/, const auto& field) {
      is_told |= field.is_set() && field.rule == inference.why && field.range == inference.range;
    });
    return is_told || (inference.what == "dropped" && dropped_reasons_.count(inference.why) != 0);
  }

  // The row that begins where the inference does, best of its own kind; else the one around it.
  OutlineRow* row_for(const Inference& inference) {
    const auto after = by_line_.upper_bound(inference.range.begin_line);
    if (!inference.range.is_known() || after == by_line_.begin()) return nullptr;
    const auto& [line, indices] = *std::prev(after);
    if (line == inference.range.begin_line) {
      for (const std::size_t index : indices) {
        if (rows_[index].label.starts_with(inference.what)) return &rows_[index];
      }
      return &rows_[indices.front()];
    }
    OutlineRow& around = rows_[indices.back()];
    return around.range.end_line >= inference.range.begin_line ? &around : nullptr;
  }

  void place(const Inference& inference, const Metadata& metadata) {
    if (is_told(inference, metadata)) return;
    OutlineRow* found = row_for(inference);
    if (found == nullptr) {
      extras_.push_back({inference.range, 0, inference.what, "", {inference.why}, "", false});
      return;
    }
    const bool is_named = found->label.starts_with(inference.what);
    found->reasons.push_back(is_named ? inference.why : inference.what + ": " + inference.why);
  }

  void put_extras_in() {
    std::stable_sort(extras_.begin(), extras_.end(), [](const auto& left, const auto& right) {
      return position(left) < position(right);
    });
    std::vector<OutlineRow> all;
    auto next = extras_.begin();
    for (OutlineRow& one : rows_) {
      while (next != extras_.end() && one.range.is_known() && position(*next) < position(one)) {
        all.push_back(std::move(*next++));
      }
      all.push_back(std::move(one));
    }
    std::move(next, extras_.end(), std::back_inserter(all));
    rows_ = std::move(all);
  }

  std::vector<OutlineRow> rows_;
  std::vector<OutlineRow> extras_;  // what stands in no order with the others
  std::map<std::uint32_t, std::vector<std::size_t>> by_line_;
  std::set<std::string> dropped_reasons_;
  int depth_ = 0;
};

}  // namespace

std::vector<OutlineRow> outline_rows(const Document& document) { return RowMaker().make(document); }

}  // namespace garland
