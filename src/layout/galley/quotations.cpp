// Block quotations, verse, callouts and divisions: text that is set apart.
#include <algorithm>
#include <string>
#include <string_view>

#include "book/callouts.h"
#include "layout/galley/blocks.h"

namespace garland {
namespace {

// A page break within a stanza or a line of verse; within one that is kept whole it costs more than
// the white that the page would have instead.
constexpr std::int64_t kVerseBreakCost = 400;
constexpr std::int64_t kKeptVerseBreakCost = 8000;
constexpr double kHighestKeptStanza = 0.35;  // of the text block
constexpr double kHighestKeptLine = 0.6;
constexpr int kVerseHang = 2;          // ems, of a line that is turned
constexpr int kDeepestVerse = 12;      // ems, of a line's indent
constexpr double kMostIndented = 0.3;  // of a narrow measure

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

// What an em of indents measures: less on a narrow measure, so that lines keep their order.
Length verse_em(const Setter& setter, const Verse& verse, const Frame& frame) {
  int deepest = 0;
  for (const std::vector<VerseLine>& stanza : verse.stanzas) {
    for (const VerseLine& line : stanza) deepest = std::max(deepest, line.indent);
  }
  const Length room =
      std::max(frame.width - narrowest_column(setter, frame), frame.width.scaled(kMostIndented));
  return std::min(setter.style(TextRole::Verse, frame).size,
                  room / (std::min(deepest, kDeepestVerse) + kVerseHang));
}

void set_verse_line(Setter& setter, const VerseLine& line, Length em, bool is_followed,
                    StructureId node, const Frame& frame) {
  const Length hang = em * kVerseHang;
  TextBlock text;
  text.inlines = &line.inlines;
  text.role = TextRole::Verse;
  text.structure = node;
  text.first_indent = -hang;
  text.is_followed = is_followed;
  const Length indent = em * std::min(line.indent, kDeepestVerse) + hang;
  setter.add_text(text, drawn_in(frame, indent, Length()));
}

// A page break within the slabs of a stanza, or of a line that is turned.
std::int64_t verse_break_cost(const Setter& setter, std::size_t first, std::size_t end,
                              double highest_kept) {
  Length height;
  for (std::size_t i = first; i < end; ++i) height += setter.slabs()[i].height;
  if (height > setter.theme().text_height().scaled(highest_kept)) return kVerseBreakCost;
  const auto points = static_cast<std::int64_t>(height.points());
  return kKeptVerseBreakCost + points * points;
}

void keep_verse(Setter& setter, std::size_t first, std::size_t end, double highest_kept) {
  const std::int64_t cost = verse_break_cost(setter, first, end, highest_kept);
  for (std::size_t i = first + 1; i < end; ++i) {
    setter.slab(i).break_cost = std::max(setter.slab(i).break_cost, cost);
  }
}

// Lines of a stanza stay together where they can, and what is turned of one with it; no line that
// is not turned stands alone. `lines`: their first slabs.
void keep_stanza(Setter& setter, const std::vector<std::size_t>& lines) {
  const std::size_t end = setter.slabs().size();
  keep_verse(setter, lines.front(), end, kHighestKeptStanza);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t line_end = i + 1 == lines.size() ? end : lines[i + 1];
    keep_verse(setter, lines[i], line_end, kHighestKeptLine);
  }
  if (lines.size() == 1) return;
  if (lines[1] == lines[0] + 1) setter.slab(lines[1]).break_cost = kForbidden;
  if (lines.back() + 1 == end) setter.slab(lines.back()).break_cost = kForbidden;
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
  const Length em = verse_em(setter, verse, inner);
  setter.ask_space(style.space_before);
  for (const std::vector<VerseLine>& stanza : verse.stanzas) {
    const StructureId node = add_text_node(setter, StructureType::P, inner);
    std::vector<std::size_t> lines;
    for (const VerseLine& line : stanza) {
      const std::size_t first = setter.slabs().size();
      set_verse_line(setter, line, em, &line != &stanza.back(), node, inner);
      // A line may hold a place for links and no words.
      if (setter.slabs().size() > first) lines.push_back(first);
    }
    if (!lines.empty()) keep_stanza(setter, lines);
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
