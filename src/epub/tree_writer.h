// The document tree as XHTML: one function for each kind of node. Inlines are in
// tree_writer_inlines.cpp, blocks in tree_writer_blocks.cpp, tables in tree_writer_tables.cpp,
// pictures and figures in tree_writer_pictures.cpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "document/document.h"
#include "document/table_grid.h"
#include "epub/note_marks.h"
#include "epub/page_facts.h"
#include "epub/page_marks.h"
#include "epub/plan.h"
#include "epub/xhtml_page.h"

namespace garland {

class TreeWriter {
 public:
  // Writes into `page`, whose language is `language`, the words of a place of the page list.
  // `notes` may be null where no notes are: marks are then left out. Everything must outlive the
  // writer.
  TreeWriter(XhtmlPage& page, const Plan& plan, std::string_view language, NoteMarks* notes,
             std::string_view place);

  // The body of a work: each heading of the outermost level opens a section around what follows.
  void write_body(const Document& document);
  void write_blocks(const Blocks& blocks);
  void write_inlines(const Inlines& inlines);
  // The marks of the packet's pages.
  PageMarks& page_marks() { return page_marks_; }
  // A note's text, its number in front as the way back.
  void write_note(const NoteMarks::Entry& entry);

  const std::vector<SectionEntry>& sections() const { return sections_; }
  const PageFacts& facts() const { return facts_; }

 private:
  // An element that carries a node's attributes; closed at the end of its scope.
  class Element;

  void write_inline(const Inline& node);
  void write_words(std::string_view text);
  void write(const Text& node, const Inline& outer);
  void write(const SoftBreak& node, const Inline& outer);
  void write(const LineBreak& node, const Inline& outer);
  void write(const Emphasis& node, const Inline& outer);
  void write(const Strong& node, const Inline& outer);
  void write(const SmallCapitals& node, const Inline& outer);
  void write(const Strike& node, const Inline& outer);
  void write(const Underline& node, const Inline& outer);
  void write(const Superscript& node, const Inline& outer);
  void write(const Subscript& node, const Inline& outer);
  void write(const Quotation& node, const Inline& outer);
  void write(const Code& node, const Inline& outer);
  void write(const Math& node, const Inline& outer);
  void write(const Link& node, const Inline& outer);
  void write(const Image& node, const Inline& outer);
  void write(const NoteReference& node, const Inline& outer);
  void write(const Citation& node, const Inline& outer);
  void write(const Span& node, const Inline& outer);
  void write_wrapped(std::string_view name, std::string_view css_class, const Inlines& inlines,
                     const Attributes& attributes);
  void write_note_mark(NoteMarks::Entry& entry);
  void write_formula(const std::string& tex, bool is_display);
  std::string href_of(const LinkTarget& target) const;
  std::string name_of(const LinkTarget& target) const;

  void write_block(const Block& block);
  void write(const Heading& node, const Block& outer);
  void write(const Paragraph& node, const Block& outer);
  void write(const List& node, const Block& outer);
  void write(const DefinitionList& node, const Block& outer);
  void write(const BlockQuotation& node, const Block& outer);
  void write(const Verse& node, const Block& outer);
  void write(const CodeBlock& node, const Block& outer);
  void write(const Table& node, const Block& outer);
  void write(const Figure& node, const Block& outer);
  void write(const ThematicBreak& node, const Block& outer);
  void write(const MathBlock& node, const Block& outer);
  void write(const Callout& node, const Block& outer);
  void write(const Division& node, const Block& outer);
  void write(const Dropped& node, const Block& outer);

  void write_heading(const Heading& node, const Block& outer, int level);
  std::string_view opening_class(const Paragraph& paragraph) const;
  void write_item(const ListItem& item);
  void write_stanza(const std::vector<VerseLine>& stanza);
  void open_table_frame(const Table& node);
  void write_scroll_frame(std::string_view name);
  void write_table(const Table& node, const TableGrid& grid, const Block& outer);
  void write_rows(std::string_view group, const TableGrid& grid, std::size_t begin, std::size_t end,
                  const std::string& table);
  void write_cell(const GridCell& placed, std::string_view header_scope);
  void write_named(const Blocks& blocks, const std::string& name);
  void write_compact(const Blocks& blocks);
  void write_missing_picture(const Image& image);
  void write_note_number(const NoteMarks::Entry& entry);
  void write_further_ways_back(const NoteMarks::Entry& entry);
  void write_way_back(const std::string& mark_id, std::string_view text);

  Attributes in_book_language() const;
  Attributes code_attributes(const Attributes& own) const;
  void write_references_heading();
  void close_sections(int source_level);
  void write_id(const std::string& id);
  int level_for(int source_level) const;

  XhtmlPage& page_;
  XmlWriter& xml_;
  const Plan& plan_;
  NoteMarks* notes_;
  PageMarks page_marks_;
  std::string_view language_;  // of the place being written
  Direction direction_;
  std::unordered_set<std::string> ids_;
  std::vector<int> open_levels_;  // source levels of the sections that are open, ascending
  std::vector<SectionEntry> sections_;
  PageFacts facts_;
  std::vector<NoteMarks::Entry*> marks_after_link_;
  const Paragraph* opening_ = nullptr;  // with which the work's text begins
  std::string caption_;                 // words of the figure around
  bool follows_word_ = false;           // the inline before ends in one
  bool follows_heading_ = false;        // the block before was one
  bool is_in_link_ = false;
  bool is_in_header_cell_ = false;
};

}  // namespace garland
