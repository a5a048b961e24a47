// How each kind of block is set. All add to the Setter's galley.
#pragma once

#include <span>
#include <string>

#include "document/document.h"
#include "layout/galley/setter.h"

namespace garland {

// Sets blocks one below the other. Text kept by a reader as Dropped is not set.
void set_blocks(Setter& setter, std::span<const Block> blocks, const Frame& frame);

// Sets one block; `before` is the one above it, or null. What was Dropped is above none.
void set_block(Setter& setter, const Block& block, const Block* before, const Frame& frame);

// The frame of a block within `frame`, which has the block's language and direction; its anchor and
// its place in the source are the setter's from here on.
Frame enter_block(Setter& setter, const Block& block, const Frame& frame);

// The alignment that sets lines of this direction to a side of the page: a style's Left is where
// lines begin.
TextAlign on_side(TextAlign align, Direction direction);

// Adds a node for words below the frame's, in the frame's language where that is not the page's,
// and in its direction.
StructureId add_text_node(Setter& setter, StructureType type, const Frame& frame);

// Each kind. An `id` is the node's own identifier, or empty.
void set_block_quotation(Setter& setter, const BlockQuotation& quotation, const Frame& frame);
void set_callout(Setter& setter, const Callout& callout, const Frame& frame);
void set_code(Setter& setter, const CodeBlock& code, const Frame& frame);
void set_definitions(Setter& setter, const DefinitionList& list, const Frame& frame);
void set_division(Setter& setter, const Division& division, bool follows_heading,
                  const Frame& frame);
void set_figure(Setter& setter, const Figure& figure, const Frame& frame);
void set_heading(Setter& setter, const Heading& heading, const std::string& id, const Frame& frame);
void set_list(Setter& setter, const List& list, const Frame& frame);
void set_math(Setter& setter, const MathBlock& math, const Frame& frame);
void set_ornament(Setter& setter, const Frame& frame);
void set_paragraph_block(Setter& setter, const Paragraph& paragraph, const Frame& frame);
void set_table(Setter& setter, const Table& table, const Frame& frame);
void set_verse(Setter& setter, const Verse& verse, const Frame& frame);

// A whole article: its opening, its blocks, its notes. `title_level` is the level of its title in
// the structure tree.
void set_work(Setter& setter, int title_level, int outline_level);

// H1 to H6 for the next heading: of that level, or of a higher one where it would leave out levels
// between the last heading and itself (PDF/UA-1, 7.4.2), or where there is none so deep.
StructureType next_heading(Setter& setter, int level);

// The notes whose marks have been set since the last call, into the galley's notes.
void set_pending_notes(Setter& setter);

// Words as one paragraph of a structure type below the frame's node; gives the node.
StructureId set_words(Setter& setter, const Inlines& words, TextRole role, StructureType type,
                      const Frame& frame);

// How a paragraph's words begin.
struct ParagraphStart {
  bool is_opening = false;  // of an article
  bool goes_on = false;     // after a picture in the middle of the paragraph: without an indent
};

// The words of a paragraph, or a part of them.
void set_paragraph_words(Setter& setter, const Inlines& words, ParagraphStart start,
                         const Frame& frame);

// Whether paragraphs in the frame are entries of a list of references or of an index: first lines
// stand out.
bool is_entry_frame(const Frame& frame);

// A narrower frame.
Frame drawn_in(const Frame& frame, Length left, Length right);

// The least width of a column that can be read.
Length narrowest_column(const Setter& setter, const Frame& frame);

// A narrower frame, but indents give way where less than a readable column would remain.
Frame indented(const Setter& setter, const Frame& frame, Length left, Length right);

// A label (a bullet, a number) on the first line of what was set from slab `first` on. It ends at
// `edge`, which is measured from the frame's leading side.
void place_label(Setter& setter, const ParagraphText& label, std::size_t first, Length edge,
                 const Frame& frame);

}  // namespace garland
