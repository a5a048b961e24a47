// Footnotes: set small, each with its number, which leads back to the mark.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "document/direction.h"
#include "layout/galley/blocks.h"
#include "layout/galley/figures.h"
#include "layout/galley/inlines.h"
#include "layout/galley/paragraph_parts.h"

namespace garland {
namespace {

constexpr double kNumberGap = 0.4;  // em between a note's number and its words

// The number as a link back to the mark.
void place_number(Setter& setter, const FootnoteMark& mark, StructureId label,
                  const ParagraphText& number, Length edge, const Frame& frame) {
  place_label(setter, number, 0, edge, frame);
  Slab& slab = setter.slab(0);
  LinkGoal goal;
  goal.anchor = setter.note_anchor(*mark.note, mark.number) + "-mark";
  goal.contents = std::string(setter.anthology().words["back-to-text"]);
  goal.structure = label;
  const Length width = natural_width(number, setter.fonts());
  const bool is_rtl = frame.direction == Direction::RightToLeft;
  const Length left = is_rtl ? frame.left + frame.width - edge : frame.left + edge - width;
  slab.links.push_back({setter.add_link(std::move(goal)), {{left, Length()}, width, slab.height}});
}

// Whether the note may begin behind its number: with words, and from the same side.
bool begins_with_words(const Setter& setter, const Note& note, const Frame& frame) {
  const Block* first = note.blocks.empty() ? nullptr : &note.blocks.front();
  const Paragraph* paragraph = first != nullptr ? first->as<Paragraph>() : nullptr;
  if (paragraph == nullptr || paragraph->inlines.empty()) return false;
  if (direction_of(first->attributes, frame.direction) != frame.direction) return false;
  if (!only_pictures(paragraph->inlines).empty()) return false;
  const std::vector<ParagraphPart> parts = find_parts(setter, paragraph->inlines, frame);
  return parts.empty() || !has_pictures(parts.front());
}

// The note's blocks, the first behind the number or below it.
void set_note_blocks(Setter& setter, const Note& note, Length number_end, const Frame& frame) {
  if (begins_with_words(setter, note, frame)) {
    setter.lead_indent = number_end;
  } else {
    setter.add_slab(setter.empty_slab(setter.style(frame.role, frame)));
    setter.keep_with_next();
  }
  set_blocks(setter, note.blocks, frame);
}

void set_note(Setter& setter, const FootnoteMark& mark) {
  Frame frame = setter.page_frame();
  frame.role = TextRole::Footnote;
  frame.is_in_note = true;
  setter.set_range(mark.note->range);
  const StructureId node = setter.add_node(StructureType::Note, frame.parent);
  setter.node(node).id = setter.note_anchor(*mark.note, mark.number);
  const StructureId label = setter.add_node(StructureType::Lbl, node);
  const StructureId link = setter.add_node(StructureType::Link, label);
  frame.parent = node;
  const TextStyle style = setter.style(TextRole::Footnote, frame);
  const ParagraphText number =
      plain_paragraph(fmt::format("{}.", mark.number), span_of(style, frame.language, link));
  const Length edge = style.first_indent + natural_width(number, setter.fonts());
  Slabs slabs = setter.capture([&] {
    setter.add_anchor(setter.note_anchor(*mark.note, mark.number));
    set_note_blocks(setter, *mark.note, edge + style.size.scaled(kNumberGap), frame);
    // Anchors alone make no line.
    if (setter.slabs().empty()) setter.add_slab(setter.empty_slab(style));
    place_number(setter, mark, link, number, edge, frame);
  });
  for (Slab& slab : slabs) slab.is_on_grid = false;
  setter.put_note(mark.index, std::move(slabs));
}

}  // namespace

void set_pending_notes(Setter& setter) {
  // Setting a note may meet marks of further notes.
  for (auto marks = setter.note_marks.take_pending(); !marks.empty();
       marks = setter.note_marks.take_pending()) {
    for (const FootnoteMark& mark : marks) set_note(setter, mark);
  }
}

}  // namespace garland
