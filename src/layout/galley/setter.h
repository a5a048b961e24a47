// Setting an article: its tree becomes a Galley. The Setter keeps what all kinds of blocks share
// (lines, white space, structure, links, notes); each kind has its own function in a file of this
// folder, listed in blocks.h.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/anthology.h"
#include "document/document.h"
#include "fonts/fonts.h"
#include "layout/galley/footnote_marks.h"
#include "layout/galley/galley.h"
#include "layout/galley/missing.h"
#include "layout/paragraph/paragraph.h"
#include "style/theme.h"

namespace garland {

// Where blocks stand: their column, the node that holds them, and how their paragraphs are set.
struct Frame {
  Length left;
  Length width;
  TextRole role = TextRole::Body;
  StructureId parent = 0;
  std::string language;
  Direction direction = Direction::LeftToRight;
  double scale = 1;                // of the type: below 1 in tables that would be too wide
  bool is_in_note = false;         // no type is larger than the note's
  int list_depth = 0;              // lists around
  std::optional<TextAlign> align;  // where it is not the style's
};

// Whether the frame is of the run of the text: a figure may move away there. It stays where it is
// in what has a shape of its own: an item, a quotation, a cell, a note.
inline bool is_in_run(const Frame& frame) { return frame.role == TextRole::Body; }

// Words to set as one paragraph.
struct TextBlock {
  const Inlines* inlines = nullptr;
  TextRole role = TextRole::Body;
  StructureId structure = kArtifact;
  Length first_indent;
  std::string element;  // id of the block, for page beginnings; empty: the last one stays
  bool is_on_grid = false;
  bool is_balanced = false;  // lines of about one length: titles
  bool is_opening = false;   // of an article: as the theme opens it
  bool is_followed = false;  // ParagraphShape's
};

struct BuiltText;    // layout/galley/inlines.h
struct DropCapital;  // layout/galley/opening.h

class Setter {
 public:
  // `work` may be null for pages that belong to no work (front and back matter). Everything given
  // must outlive the Setter.
  Setter(const Anthology& anthology, const Theme& theme, FontLibrary& fonts, const Work* work,
         StructureType root);

  const Anthology& anthology() const { return anthology_; }
  const Theme& theme() const { return theme_; }
  FontLibrary& fonts() const { return fonts_; }
  const Work* work() const { return work_; }
  const Frame& page_frame() const { return page_frame_; }
  // Whether what stands in the frame might go over all columns instead.
  bool may_go_across(const Frame& frame) const;
  // What goes over all columns of a page; it is set in the frame that `set` is given.
  void set_across(const std::function<void(const Frame&)>& set);
  // The theme's style, scaled for the frame.
  TextStyle style(TextRole role, const Frame& frame) const;

  // Structure.
  StructureId add_node(StructureType type, StructureId parent);
  StructureNode& node(StructureId id) { return galley_.structure.at(static_cast<std::size_t>(id)); }
  std::string anchor_name(std::string_view element) const;
  // Says of a node that its text runs so, where that around it does not.
  void set_direction(StructureId id, Direction direction);

  // White space. The larger of what one block asks below and the next above is kept.
  void ask_space(Length space);
  // White around a figure, which is not needed where the figure floats away.
  void ask_figure_space(Length space);
  // The next slab stays with the one before it.
  void keep_with_next(std::int64_t cost = kForbidden);
  // The next slab opens a page and keeps its space.
  void open_page();
  // A place for links that the next slab takes up.
  void add_anchor(std::string name);
  // The block that is being set, for page beginnings; an empty id leaves the one before.
  void set_element(const std::string& id);
  const std::string& element() const { return element_; }
  // Where text stands that begins after so many more code points of the block's words.
  TextPlace place_in_element(std::size_t words) const;
  // Code points of the block's words that have been set; for what is set otherwise than its words.
  std::size_t element_words() const { return element_words_; }
  void set_element_words(std::size_t count) { element_words_ = count; }
  // Where it stands in the source, for messages; an unknown place leaves the one before.
  void set_range(const SourceRange& range);
  const SourceRange& range() const { return range_; }

  // A slab that is higher than a page is cut.
  void add_slab(Slab slab);
  // Lines of words; gives the number of lines. Widows and orphans are forbidden.
  std::size_t add_text(const TextBlock& block, const Frame& frame);
  // The lines of a paragraph; characters that no face has are noted with the place that the text
  // has in the source, or where that is not known with the block's.
  std::vector<SetLine> set_lines(const ParagraphText& text, const ParagraphShape& shape,
                                 const SourcePlaces& places = {});
  // A line, already set, of a style. Takes the line's items, which are most of a galley's memory.
  Slab slab_of(SetLine& line, const TextStyle& style, Length left);
  // A line of a style without words.
  Slab empty_slab(const TextStyle& style);
  // What `set` adds, apart from the run of the text: a cell, a note.
  Slabs capture(const std::function<void()>& set);
  // The same of what stands in the book already and is shown once more: an artifact, which leaves
  // nothing in the structure below `parent`.
  Slabs capture_artifact(StructureId parent, const std::function<void()>& set);
  const Slabs& slabs() const { return galley_.slabs; }
  Slab& slab(std::size_t index) { return galley_.slabs.at(index); }

  // Links and notes of the words that are being built.
  std::size_t add_link(LinkGoal goal);
  std::size_t link_count() const { return galley_.links.size(); }
  const LinkGoal& link(std::size_t index) const { return galley_.links.at(index); }
  std::string note_anchor(const Note& note, int number) const;
  // The lines of the note of that index.
  void put_note(std::size_t index, Slabs slabs);

  int add_table_head(Slabs head);
  const Slabs& table_head(int index) const {
    return galley_.table_heads.at(static_cast<std::size_t>(index));
  }
  void add_outline(std::string title, std::string anchor, int level);
  // Characters that no face has, each once, by code point.
  MissingCharacters take_missing() { return std::move(missing_); }
  Galley take();

  // State of headings: the level of the article's title in the structure tree and the last used.
  int title_level = 1;
  int last_level = 1;
  int outline_level = 1;  // of the article's own bookmark
  // With which the names of all anchors begin: the work's id, or "book".
  std::string anchor_stem;
  FootnoteMarks note_marks;
  // The next paragraph opens a section: no indent.
  bool is_lead = true;
  Length lead_indent;                  // but of this once, behind a note's number
  const Paragraph* opening = nullptr;  // with which the article's text begins

 private:
  ParagraphShape shape_of(const TextBlock& block, const TextStyle& style, const Frame& frame) const;
  // The lines of an article's first paragraph, with what the theme has it open with.
  std::vector<SetLine> set_opening(BuiltText& built, const TextStyle& style,
                                   const ParagraphShape& shape, DropCapital& drop);
  void finish_slab(Slab& slab);
  void keep_lonely_line();
  // How high it may be to stand on a page.
  Length highest(const Slab& slab) const;

  const Anthology& anthology_;
  const Theme& theme_;
  FontLibrary& fonts_;
  const Work* work_;
  Frame page_frame_;
  Galley galley_;
  Length pending_space_, pending_figure_space_;
  std::int64_t pending_cost_ = 0;
  bool pending_open_ = false;
  std::string element_;            // the last block with an id
  std::size_t element_words_ = 0;  // code points of its words that have been set
  std::vector<std::string> pending_anchors_;
  SourceRange range_;  // of the block that is being set
  int capture_depth_ = 0;
  MissingCharacters missing_;
};

}  // namespace garland
