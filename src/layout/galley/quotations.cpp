// Block quotations, verse, callouts and divisions: text that is set apart.
#include <algorithm>
#include <string>
#include <string_view>

#include "book/callouts.h"
#include "layout/galley/blocks.h"

namespace garland {
namespace {

constexpr std::int64_t kStanzaBreakCost = 400;

bool begins_with_dash(const Inlines& inlines) {
  const std::string words = plain_text(inlines);
  for (const std::string_view dash : {"—", "–", "-", "―"}) {
    if (words.starts_with(dash)) return true;
  }
  return false;
}

// Whether the last block only says whose words those before it are.
bool ends_with_source(const Blocks& blocks) {
  if (blocks.size() < 2) return false;
  const auto* last = blocks.back().as<Paragraph>();
  return last != nullptr && begins_with_dash(last->inlines);
}

// As set_blocks(), but what only says whose words they are stays with them.
void set_quoted(Setter& setter, const Blocks& blocks, const Frame& frame) {
  if (!ends_with_source(blocks)) return set_blocks(setter, blocks, frame);
  const Block* before = nullptr;
  for (const Block& block : blocks) {
    if (&block == &blocks.back()) setter.keep_with_next();
    set_block(setter, block, before, frame);
    before = &block;
  }
}

// Blocks in a role's own column and white space.
void set_apart(Setter& setter, const Blocks& blocks, TextRole role, StructureId parent,
               const Frame& frame) {
  const TextStyle style = setter.style(role, frame);
  Frame inner = indented(setter, frame, style.left_indent, style.right_indent);
  inner.role = role;
  inner.parent = parent;
  setter.ask_space(style.space_before);
  setter.is_lead = true;
  set_quoted(setter, blocks, inner);
  setter.ask_space(style.space_after);
  setter.is_lead = false;
}

void set_attribution(Setter& setter, const Inlines& attribution, StructureId parent,
                     const Frame& frame) {
  if (attribution.empty()) return;
  const TextStyle style = setter.style(TextRole::Quote, frame);
  Frame inner = indented(setter, frame, style.left_indent, style.right_indent);
  inner.parent = parent;
  Inlines words = begins_with_dash(attribution) ? Inlines{} : make_text("— ");
  words.insert(words.end(), attribution.begin(), attribution.end());
  setter.keep_with_next();
  set_words(setter, words, TextRole::QuoteAttribution, StructureType::P, inner);
  setter.ask_space(style.space_after);
}

void set_verse_line(Setter& setter, const VerseLine& line, bool is_followed, StructureId node,
                    const Frame& frame) {
  const Length em = setter.style(TextRole::Verse, frame).size;
  const Length hang = em * 2;  // of a line that is turned
  const Length step = em * std::min(line.indent, 12);
  const Frame inner = indented(setter, frame, step + hang, Length());
  TextBlock text;
  text.inlines = &line.inlines;
  text.role = TextRole::Verse;
  text.structure = node;
  text.first_indent = inner.width < frame.width ? -hang : Length();
  text.is_followed = is_followed;
  setter.add_text(text, inner);
}

// Lines of a stanza stay together where they can; never one alone.
void keep_stanza(Setter& setter, std::size_t first) {
  const std::size_t end = setter.slabs().size();
  for (std::size_t i = first + 1; i < end; ++i) {
    const bool leaves_one = i == first + 1 || i + 1 == end;
    setter.slab(i).break_cost = leaves_one ? kForbidden : kStanzaBreakCost;
  }
}

void set_rule_across(Setter& setter, const Frame& frame) {
  const Length line = setter.style(TextRole::Callout, frame).leading;
  Slab slab;
  slab.height = line / 2;
  slab.items.push_back(
      rule_item({{frame.left, line / 4}, frame.width, 0.4_pt}, setter.theme().rule_color));
  setter.add_slab(std::move(slab));
}

TextRole role_of(Division::Role role) {
  switch (role) {
    case Division::Role::Epigraph:
    case Division::Role::Dedication:
      return TextRole::Epigraph;
    case Division::Role::Abstract:
      return TextRole::Abstract;
    case Division::Role::References:
      return TextRole::Reference;
    case Division::Role::AuthorNote:
    case Division::Role::Credits:
      return TextRole::Credit;
    case Division::Role::None:
      break;
  }
  return TextRole::Body;
}

}  // namespace

void set_block_quotation(Setter& setter, const BlockQuotation& quotation, const Frame& frame) {
  const StructureId node = setter.add_node(StructureType::BlockQuote, frame.parent);
  setter.set_direction(node, frame.direction);
  const TextRole role = frame.role == TextRole::Epigraph ? TextRole::Epigraph : TextRole::Quote;
  if (role == frame.role) {
    Frame inner = frame;  // an epigraph is set apart already
    inner.parent = node;
    set_blocks(setter, quotation.blocks, inner);
  } else {
    set_apart(setter, quotation.blocks, role, node, frame);
  }
  set_attribution(setter, quotation.attribution, node, frame);
  setter.is_lead = false;
}

void set_verse(Setter& setter, const Verse& verse, const Frame& frame) {
  const TextStyle style = setter.style(TextRole::Verse, frame);
  Frame inner = indented(setter, frame, style.left_indent, style.right_indent);
  inner.parent = setter.add_node(StructureType::Div, frame.parent);
  setter.ask_space(style.space_before);
  for (const std::vector<VerseLine>& stanza : verse.stanzas) {
    const std::size_t first = setter.slabs().size();
    const StructureId node = add_text_node(setter, StructureType::P, inner);
    for (const VerseLine& line : stanza) {
      set_verse_line(setter, line, &line != &stanza.back(), node, inner);
    }
    keep_stanza(setter, first);
    setter.ask_space(style.leading / 2);
  }
  setter.ask_space(style.space_after);
  setter.is_lead = false;
}

void set_callout(Setter& setter, const Callout& callout, const Frame& frame) {
  const TextStyle style = setter.style(TextRole::Callout, frame);
  const StructureId node = setter.add_node(StructureType::Div, frame.parent);
  const Frame column = indented(setter, frame, style.left_indent, style.right_indent);
  Frame inner = column;
  inner.role = TextRole::Callout;
  inner.parent = node;
  setter.ask_space(style.space_before);
  set_rule_across(setter, column);
  setter.keep_with_next();
  const Inlines title = callout_title(callout, setter.anthology().words);
  if (!title.empty()) {
    Frame head = inner;
    if (callout.title.empty()) head.language = setter.anthology().metadata.language;
    set_words(setter, title, TextRole::CalloutTitle, StructureType::P, head);
    setter.keep_with_next();
  }
  setter.is_lead = true;
  set_blocks(setter, callout.blocks, inner);
  setter.keep_with_next();
  set_rule_across(setter, column);
  setter.ask_space(style.space_after);
  setter.is_lead = false;
}

void set_division(Setter& setter, const Division& division, bool follows_heading,
                  const Frame& frame) {
  if (division.role == Division::Role::None) return set_blocks(setter, division.blocks, frame);
  const bool has_heading = !division.blocks.empty() && division.blocks.front().as<Heading>();
  if (division.role == Division::Role::References && !follows_heading && !has_heading) {
    const Inlines words = make_text(std::string(setter.anthology().words["references"]));
    set_words(setter, words, TextRole::NotesHeading, next_heading(setter, setter.title_level + 1),
              frame);
    setter.keep_with_next();
  }
  const StructureId node = setter.add_node(StructureType::Div, frame.parent);
  const TextRole role = role_of(division.role);
  if (role == TextRole::Reference || role == TextRole::Credit) {
    Frame inner = frame;
    inner.role = role;
    inner.parent = node;
    const TextStyle style = setter.style(role, frame);
    if (!follows_heading) setter.ask_space(style.leading);
    setter.is_lead = true;
    set_blocks(setter, division.blocks, inner);
    setter.ask_space(std::max(style.space_after, style.leading));
    setter.is_lead = false;
    return;
  }
  set_apart(setter, division.blocks, role, node, frame);
  setter.is_lead = true;  // what follows an epigraph or an abstract is the opening still
}

}  // namespace garland
