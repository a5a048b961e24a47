#include "layout/galley/blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "document/direction.h"
#include "document/walk.h"
#include "layout/galley/figures.h"
#include "layout/galley/inlines.h"

namespace garland {
namespace {

constexpr int kNarrowestEms = 9;  // of a column that is indented

// Sets one block; the frame has its language already.
class BlockSetter {
 public:
  BlockSetter(Setter& setter, const Block& block, const Block* before, const Frame& frame)
      : setter_(setter), block_(block), before_(before), frame_(frame) {}

  void operator()(const Heading& node) const {
    set_heading(setter_, node, block_.attributes.id, frame_);
  }
  void operator()(const Paragraph& node) const { set_paragraph_block(setter_, node, frame_); }
  void operator()(const List& node) const { set_list(setter_, node, frame_); }
  void operator()(const DefinitionList& node) const { set_definitions(setter_, node, frame_); }
  void operator()(const BlockQuotation& node) const { set_block_quotation(setter_, node, frame_); }
  void operator()(const Verse& node) const { set_verse(setter_, node, frame_); }
  void operator()(const CodeBlock& node) const { set_code(setter_, node, frame_); }
  void operator()(const Table& node) const { set_table(setter_, node, frame_); }
  void operator()(const Figure& node) const { set_figure(setter_, node, frame_); }
  void operator()(const ThematicBreak&) const { set_ornament(setter_, frame_); }
  void operator()(const MathBlock& node) const { set_math(setter_, node, frame_); }
  void operator()(const Callout& node) const { set_callout(setter_, node, frame_); }
  void operator()(const Division& node) const {
    const bool follows_heading = before_ != nullptr && before_->as<Heading>() != nullptr;
    set_division(setter_, node, follows_heading, frame_);
  }
  void operator()(const Dropped&) const {}  // left out of the books; the report lists it

 private:
  Setter& setter_;
  const Block& block_;
  const Block* before_;
  const Frame& frame_;
};

// A heading without words heads nothing; a note or a picture in it is the text's.
void set_wordless_heading(Setter& setter, const Heading& heading, const Frame& frame) {
  bool shows = false;
  query(heading.inlines, [&shows](const Inline& node) {
    shows = shows || node.as<NoteReference>() != nullptr || node.as<Image>() != nullptr;
  });
  if (shows) set_paragraph_block(setter, Paragraph{heading.inlines}, frame);
}

// Whether lines begin with white that somebody typed: the first stands before them.
bool has_typed_indents(const Inlines& words) {
  const auto begins_with_white = [](const Inline& node) {
    const auto* text = node.as<Text>();
    if (text == nullptr || text->text.empty()) return false;
    std::size_t next = 0;
    const char32_t first = next_code_point(text->text, next);
    return first != ' ' && is_space(first);
  };
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].as<LineBreak>() != nullptr && begins_with_white(words[i])) return true;
  }
  return false;
}

}  // namespace

Frame drawn_in(const Frame& frame, Length left, Length right) {
  Frame inner = frame;
  inner.width = frame.width - left - right;
  inner.left += frame.direction == Direction::RightToLeft ? right : left;
  return inner;
}

Length narrowest_column(const Setter& setter, const Frame& frame) {
  return setter.style(TextRole::Body, frame).size * kNarrowestEms;
}

Frame indented(const Setter& setter, const Frame& frame, Length left, Length right) {
  const bool has_room = frame.width - left - right >= narrowest_column(setter, frame);
  return has_room ? drawn_in(frame, left, right) : frame;
}

TextAlign on_side(TextAlign align, Direction direction) {
  if (direction == Direction::LeftToRight) return align;
  if (align == TextAlign::Left) return TextAlign::Right;
  return align == TextAlign::Right ? TextAlign::Left : align;
}

Frame enter_block(Setter& setter, const Block& block, const Frame& frame) {
  Frame inner = frame;
  setter.set_range(block.range);
  setter.set_element(block.attributes.id);
  if (!block.attributes.language.empty()) inner.language = block.attributes.language;
  inner.direction = direction_of(block.attributes, frame.direction);
  if (inner.align && inner.direction != frame.direction) {
    inner.align = on_side(*inner.align, Direction::RightToLeft);  // the side stays
  }
  if (!block.attributes.id.empty()) setter.add_anchor(setter.anchor_name(block.attributes.id));
  return inner;
}

void set_block(Setter& setter, const Block& block, const Block* before, const Frame& frame) {
  const Frame inner = enter_block(setter, block, frame);
  std::visit(BlockSetter(setter, block, before, inner), block.content);
}

StructureId add_text_node(Setter& setter, StructureType type, const Frame& frame) {
  const StructureId node = setter.add_node(type, frame.parent);
  if (frame.language != setter.page_frame().language) setter.node(node).language = frame.language;
  setter.set_direction(node, frame.direction);
  return node;
}

void set_blocks(Setter& setter, std::span<const Block> blocks, const Frame& frame) {
  const Block* before = nullptr;
  for (const Block& block : blocks) {
    set_block(setter, block, before, frame);
    if (block.as<Dropped>() == nullptr) before = &block;
  }
}

bool is_entry_frame(const Frame& frame) {
  const bool has_entries = frame.role == TextRole::Reference ||
                           frame.role == TextRole::Attribution ||
                           frame.role == TextRole::IndexEntry;
  return has_entries && frame.list_depth == 0;
}

StructureId set_words(Setter& setter, const Inlines& words, TextRole role, StructureType type,
                      const Frame& frame) {
  const TextStyle style = setter.style(role, frame);
  const StructureId node = add_text_node(setter, type, frame);
  setter.ask_space(style.space_before);
  TextBlock text;
  text.inlines = &words;
  text.role = role;
  text.structure = node;
  text.is_balanced = role >= TextRole::Heading1 && role <= TextRole::BookSubtitle;
  const Frame inner = indented(setter, frame, style.left_indent, style.right_indent);
  setter.add_text(text, inner);
  setter.ask_space(style.space_after);
  return node;
}

void set_paragraph_block(Setter& setter, const Paragraph& paragraph, const Frame& frame) {
  if (paragraph.inlines.empty()) return;
  if (set_picture_parts(setter, paragraph, frame)) return;
  set_paragraph_words(setter, paragraph.inlines, {&paragraph == setter.opening, false}, frame);
}

void set_paragraph_words(Setter& setter, const Inlines& words, ParagraphStart start,
                         const Frame& frame) {
  const bool is_body = frame.role == TextRole::Body;
  const TextRole role = is_body && setter.is_lead ? TextRole::Lead : frame.role;
  TextBlock text;
  text.inlines = &words;
  text.role = role;
  text.structure = add_text_node(setter, StructureType::P, frame);
  const TextStyle style = setter.style(role, frame);
  const Length lead_indent = std::exchange(setter.lead_indent, Length());
  text.first_indent = setter.is_lead ? lead_indent : style.first_indent;
  if (start.goes_on || has_typed_indents(words)) text.first_indent = Length();
  text.is_opening = start.is_opening;
  // Paragraphs parted by white leave the grid, as it would make a whole line of any.
  text.is_on_grid = is_body && style.space_after == Length();
  if (is_body) setter.ask_space(style.space_before);
  Frame inner = frame;
  if (is_entry_frame(frame)) {
    const Length hang = style.left_indent;
    inner = indented(setter, frame, hang, Length());
    text.first_indent = inner.width < frame.width && !start.goes_on ? -hang : Length();
  }
  setter.add_text(text, inner);
  if (is_body) setter.ask_space(style.space_after);
  setter.is_lead = false;
}

void set_heading(Setter& setter, const Heading& heading, const std::string& id,
                 const Frame& frame) {
  const std::string words = collapse_spaces(plain_text(heading.inlines));
  if (words.empty()) return set_wordless_heading(setter, heading, frame);
  constexpr std::array<TextRole, 6> kRoles{TextRole::Heading1, TextRole::Heading2,
                                           TextRole::Heading3, TextRole::Heading4,
                                           TextRole::Heading5, TextRole::Heading6};
  const int own = std::clamp(heading.level, 1, 6);
  const TextRole role = kRoles.at(static_cast<std::size_t>(own - 1));
  const std::size_t first = setter.slabs().size();
  const StructureType type = next_heading(setter, setter.title_level + own);
  set_words(setter, heading.inlines, role, type, frame);
  for (std::size_t i = first; i < setter.slabs().size(); ++i) {
    if (i > first) setter.slab(i).break_cost = kForbidden;
    if (i == first) setter.slab(i).settling = Slab::Settling::All;
  }
  setter.keep_with_next();
  setter.is_lead = true;
  if (!id.empty()) setter.add_outline(words, setter.anchor_name(id), setter.outline_level + own);
}

StructureType next_heading(Setter& setter, int level) {
  constexpr std::array<StructureType, 6> kTypes{StructureType::H1, StructureType::H2,
                                                StructureType::H3, StructureType::H4,
                                                StructureType::H5, StructureType::H6};
  setter.last_level = std::clamp(level, 1, std::min(setter.last_level + 1, 6));
  return kTypes.at(static_cast<std::size_t>(setter.last_level - 1));
}

void set_ornament(Setter& setter, const Frame& frame) {
  const Length line = setter.style(TextRole::Body, frame).leading;
  TextStyle style = setter.style(TextRole::Body, frame);
  ParagraphShape shape;
  shape.measure = frame.width;
  shape.align = TextAlign::Center;
  auto lines = setter.set_lines(
      plain_paragraph(setter.theme().ornament, span_of(style, frame.language, kArtifact)), shape);
  setter.ask_space(line / 2);
  setter.keep_with_next();  // an ornament at the head of a page would look like a mistake
  for (SetLine& ornament : lines) {
    setter.add_slab(setter.slab_of(ornament, style, frame.left));
  }
  setter.ask_space(line / 2);
  setter.is_lead = true;
}

void set_math(Setter& setter, const MathBlock& math, const Frame& frame) {
  const TextStyle style = setter.style(TextRole::Body, frame);
  ParagraphShape shape;
  shape.measure = frame.width;
  shape.align = TextAlign::Center;
  shape.hyphenate = false;
  const Inlines words{{Math{Math::Kind::Display, math.tex}, {}, {}}};
  const BuiltText formula = build_text(setter, words, style, frame, frame.parent);
  auto lines = setter.set_lines(formula.paragraph, shape);
  setter.ask_space(style.leading / 2);
  for (SetLine& line : lines) {
    Slab slab = setter.slab_of(line, style, frame.left);
    slab.place = setter.place_in_element(0);
    setter.add_slab(std::move(slab));
  }
  setter.ask_space(style.leading / 2);
}

void place_label(Setter& setter, const ParagraphText& label, std::size_t first, Length edge,
                 const Frame& frame) {
  if (first >= setter.slabs().size()) return;
  ParagraphShape shape;
  shape.measure = natural_width(label, setter.fonts()) + 1_pt;
  shape.align = TextAlign::Left;
  shape.hyphenate = false;
  shape.direction = frame.direction;
  auto lines = setter.set_lines(label, shape);
  if (lines.empty()) return;
  const bool is_rtl = frame.direction == Direction::RightToLeft;
  const Length width = lines.front().width;
  const Length left = is_rtl ? frame.left + frame.width - edge - (shape.measure - width)
                             : frame.left + edge - width;
  Slab& slab = setter.slab(first);
  std::vector<PageItem> items = std::move(lines.front().items);
  for (PageItem& item : items) shift(item, left, slab.baseline);
  slab.items.insert(slab.items.begin(), items.begin(), items.end());
}

}  // namespace garland
