// Lists of all kinds: labels hang before the items' text.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/numerals.h"
#include "layout/galley/blocks.h"
#include "layout/galley/inlines.h"

namespace garland {
namespace {

constexpr double kLabelGap = 0.45;  // em between a label and its text
constexpr int kNarrowestItem = 5;   // em, beside a label; a narrower one stands below it

// a, b, …, z, aa, ab, …
std::string letters_lower(int number) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) {
    text.insert(text.begin(), static_cast<char>('a' + (number - 1) % 26));
  }
  return text;
}

std::string number_text(List::Style style, int number) {
  const bool has_letters = number > 0;
  switch (style) {
    case List::Style::LowerAlpha:
      if (has_letters) return letters_lower(number);
      break;
    case List::Style::UpperAlpha:
      if (has_letters) return to_upper(letters_lower(number));
      break;
    case List::Style::LowerRoman:
      if (has_letters) return roman(static_cast<std::uint64_t>(number));
      break;
    case List::Style::UpperRoman:
      if (has_letters) return to_upper(roman(static_cast<std::uint64_t>(number)));
      break;
    case List::Style::Decimal:
      break;
  }
  return std::to_string(number);
}

StructureNode::Numbering numbering_of(const List& list) {
  using Numbering = StructureNode::Numbering;
  if (list.kind == List::Kind::Bullet) return Numbering::Disc;
  switch (list.style) {
    case List::Style::LowerAlpha:
      return Numbering::LowerAlpha;
    case List::Style::UpperAlpha:
      return Numbering::UpperAlpha;
    case List::Style::LowerRoman:
      return Numbering::LowerRoman;
    case List::Style::UpperRoman:
      return Numbering::UpperRoman;
    case List::Style::Decimal:
      break;
  }
  return Numbering::Decimal;
}

std::string label_text(const List& list, std::size_t index, int depth) {
  const ListItem& item = list.items.at(index);
  if (item.task == ListItem::Task::Open) return "\u2610";
  if (item.task == ListItem::Task::Done) return "\u2611";
  if (list.kind == List::Kind::Ordered) {
    // In 64 bits: a source may begin its list at the largest number there is.
    const auto number = static_cast<std::int64_t>(list.start) + static_cast<std::int64_t>(index);
    if (number > 1'000'000'000 || number < 0) return fmt::format("{}.", number);
    return number_text(list.style, static_cast<int>(number)) + ".";
  }
  return depth % 2 == 0 ? "\u2022" : "\u2013";
}

// A list's labels, built, with the column that the widest needs.
struct Labels {
  std::vector<ParagraphText> texts;
  Length widest;
};

Labels build_labels(Setter& setter, const List& list, const Frame& frame) {
  Labels labels;
  TextSpan span = span_of(setter.style(TextRole::ListItem, frame), frame.language, kArtifact);
  span.hyphenate = false;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    labels.texts.push_back(plain_paragraph(label_text(list, i, frame.list_depth), span));
  }
  // The widest label has the most characters, or nearly so: measuring the first, the longest and
  // the last is enough, and a list of a million items is not measured item by item.
  std::size_t longest = 0;
  for (std::size_t i = 0; i < labels.texts.size(); ++i) {
    if (labels.texts[i].text.size() > labels.texts[longest].text.size()) longest = i;
  }
  for (const std::size_t i : {std::size_t{0}, longest, labels.texts.size() - 1}) {
    labels.widest = std::max(labels.widest, natural_width(labels.texts[i], setter.fonts()));
  }
  return labels;
}

// An item without text still shows its label.
void set_empty_item(Setter& setter, StructureId body, const Frame& frame) {
  setter.node(body).actual_text = " ";
  setter.add_slab(setter.empty_slab(setter.style(TextRole::ListItem, frame)));
}

// A list inside an item is drawn in with it.
Length right_indent(const TextStyle& style, const Frame& frame) {
  return frame.list_depth > 0 ? Length() : style.right_indent;
}

// How far the text of a list's items is drawn in: as the theme has it, else as far as the labels
// need, or not at all where too little of the measure would remain.
Length item_indent(const Setter& setter, const TextStyle& style, Length widest,
                   const Frame& frame) {
  const Length least = widest + style.size.scaled(kLabelGap);
  const Length wanted = std::max(style.left_indent, least);
  const Length right = right_indent(style, frame);
  if (indented(setter, frame, wanted, right).width < frame.width) return wanted;
  return frame.width - least >= style.size * kNarrowestItem ? least : Length();
}

// The column of an item's text.
Frame item_column(const Setter& setter, const TextStyle& style, Length indent, const Frame& frame) {
  const Frame wide = indented(setter, frame, indent, right_indent(style, frame));
  return wide.width < frame.width ? wide : drawn_in(frame, indent, Length());
}

void set_item(Setter& setter, const ListItem& item, ParagraphText label, StructureId list,
              Length indent, const Frame& frame) {
  const StructureId node = setter.add_node(StructureType::LI, list);
  const StructureId label_node = setter.add_node(StructureType::Lbl, node);
  const StructureId body = setter.add_node(StructureType::LBody, node);
  for (TextSpan& span : label.spans) span.structure = label_node;
  const TextStyle style = setter.style(TextRole::ListItem, frame);
  Frame inner = item_column(setter, style, indent, frame);
  inner.parent = body;
  inner.list_depth = frame.list_depth + 1;
  const std::size_t labelled = setter.slabs().size();
  const bool is_below = indent == Length();
  if (is_below) {
    setter.add_slab(setter.empty_slab(style));
    setter.keep_with_next();
  }
  const std::size_t first = setter.slabs().size();
  setter.is_lead = true;
  set_blocks(setter, item.blocks, inner);
  if (setter.slabs().size() == first) set_empty_item(setter, body, inner);
  const Length edge =
      is_below ? natural_width(label, setter.fonts()) : indent - style.size.scaled(kLabelGap);
  place_label(setter, label, labelled, edge, frame);
}

// White space above or below a list that stands in the run of the text, none of one inside an item.
void ask_list_space(Setter& setter, Length space, const Frame& frame) {
  if (frame.list_depth > 0 || frame.role == TextRole::TableCell) return;
  setter.ask_space(space);
}

Frame item_frame(const Frame& frame) {
  Frame inner = frame;
  if (frame.role == TextRole::Body) inner.role = TextRole::ListItem;
  return inner;
}

// Whether the items are the entries of a list of references, which need no bullets. Numbers stay:
// the text may cite by them.
bool is_list_of_entries(const List& list, const Frame& frame) {
  return is_entry_frame(frame) && list.kind == List::Kind::Bullet;
}

// The entry hangs; what is said of it stands below, drawn in as far as its turned lines.
void set_entry(Setter& setter, const ListItem& item, StructureId list, const Frame& frame) {
  if (item.blocks.empty()) return;
  const StructureId node = setter.add_node(StructureType::LI, list);
  Frame entry = frame;
  entry.parent = setter.add_node(StructureType::LBody, node);
  Frame annotation = indented(setter, entry, setter.style(frame.role, frame).left_indent, Length());
  annotation.list_depth = frame.list_depth + 1;
  std::size_t set_count = 0;
  const Block* before = nullptr;
  for (const Block& block : item.blocks) {
    if (block.as<Dropped>() != nullptr) continue;
    if (set_count < 2) setter.is_lead = true;
    set_block(setter, block, before, set_count == 0 ? entry : annotation);
    before = &block;
    ++set_count;
  }
}

void set_entries(Setter& setter, const List& list, const Frame& frame) {
  const StructureId node = setter.add_node(StructureType::L, frame.parent);
  setter.set_direction(node, frame.direction);
  const Length leading = setter.style(frame.role, frame).leading;
  for (const ListItem& item : list.items) {
    if (&item != &list.items.front() && !list.is_tight) setter.ask_space(leading / 2);
    set_entry(setter, item, node, frame);
  }
  setter.is_lead = false;
}

}  // namespace

void set_list(Setter& setter, const List& list, const Frame& frame) {
  if (list.items.empty()) return;
  if (is_list_of_entries(list, frame)) return set_entries(setter, list, frame);
  const StructureId node = setter.add_node(StructureType::L, frame.parent);
  setter.set_direction(node, frame.direction);
  setter.node(node).numbering = numbering_of(list);
  const TextStyle style = setter.style(TextRole::ListItem, frame);
  const Labels labels = build_labels(setter, list, frame);
  const Length indent = item_indent(setter, style, labels.widest, frame);
  ask_list_space(setter, style.space_before, frame);
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (i > 0 && !list.is_tight) setter.ask_space(style.leading / 2);
    set_item(setter, list.items[i], labels.texts[i], node, indent, item_frame(frame));
  }
  ask_list_space(setter, style.space_after, frame);
  setter.is_lead = false;
}

void set_definitions(Setter& setter, const DefinitionList& list, const Frame& frame) {
  if (list.items.empty()) return;
  const StructureId node = setter.add_node(StructureType::L, frame.parent);
  setter.set_direction(node, frame.direction);
  const TextStyle style = setter.style(TextRole::ListItem, frame);
  ask_list_space(setter, style.space_before, frame);
  for (const DefinitionItem& item : list.items) {
    const StructureId entry = setter.add_node(StructureType::LI, node);
    Frame term = frame;
    term.parent = entry;
    set_words(setter, item.term, TextRole::DefinitionTerm, StructureType::Lbl, term);
    setter.keep_with_next();
    Frame body = item_frame(indented(setter, frame, style.left_indent, right_indent(style, frame)));
    body.parent = setter.add_node(StructureType::LBody, entry);
    for (const Blocks& definition : item.definitions) {
      setter.is_lead = true;
      set_blocks(setter, definition, body);
    }
  }
  ask_list_space(setter, style.space_after, frame);
  setter.is_lead = false;
}

}  // namespace garland
