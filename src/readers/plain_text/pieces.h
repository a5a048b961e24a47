// Lines become pieces: what may be a paragraph, a heading, one item of a list or a line of verse,
// with its lines joined. The later steps of the plain-text reader say what each piece is; the last
// one builds the tree of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/plain_text/dialect.h"
#include "readers/plain_text/layout.h"
#include "readers/plain_text/lines.h"
#include "readers/plain_text/regions.h"
#include "readers/words/list_marks.h"
#include "readers/words/measure.h"

namespace garland::plain {

enum class PieceKind {
  Paragraph,  // until a step knows better
  Metadata,   // title, deck, byline, date: told in the metadata, not in the body
  Heading,
  ListItem,
  ListContinuation,  // belongs to the item before it
  Quotation,
  QuotationSource,  // who is quoted
  VerseLine,
  Code,   // `text` is verbatim, lines end with "\n"
  Table,  // `text` is verbatim
  PictureDescription,
  Credit,  // of a picture
  ReferencesHeading,
  ReferenceEntry,
  ReferenceAnnotation,
  AuthorNote,
  Note,
  ThematicBreak,
  Dropped
};

// A link that the rendering program marked.
struct PieceLink {
  std::size_t offset = 0;    // into the piece's text: where its words begin
  std::string_view address;  // of the source; empty when it is not told
};

struct Piece {
  PieceKind kind = PieceKind::Paragraph;
  std::string text;            // lines joined by a space, or by nothing after a hyphen
  std::size_t first_line = 0;  // index into the lines
  std::size_t last_line = 0;   // the last one, inclusive
  std::uint32_t blanks = 0;    // blank lines before it
  std::uint32_t indent = 0;    // columns, the least of its lines
  Mark mark;                   // its text still begins with it
  Measure measure;             // of the text after the mark
  int level = 0;               // of a heading, from 1; nesting of a list item, from 0
  int note = 0;                // number of a note; 0 for what goes on with the one before
  std::string reason;          // of a piece left out, in words
  std::string language;        // of code, where it is certain
  bool must_stay = false;      // by a wish: nothing may leave it out (plain_text/wishes.h)
  // Where in `text` each line after the first begins.
  std::vector<std::size_t> line_offsets;
  // Links, ascending: lynx's, of which the end is not told.
  std::vector<PieceLink> links;
  // Words known to have been a link's (html2text), or at least those that begin one (lynx).
  std::uint32_t link_words = 0;
  // Set apart as the headings of this text are told (plain_text/heading_marks.h).
  bool is_told_heading = false;
  bool had_edit_mark = false;  // "[edit]" behind it, as wikis have it behind a section's heading
  int told_level = 0;          // of such a heading, where its marks tell; else 0
  bool is_code_label = false;  // names the language or kind of the code under it

  // Where the words begin: after the mark, where it was recognised as one.
  std::size_t body_offset() const {
    const bool is_marked = kind == PieceKind::ListItem || kind == PieceKind::ReferenceEntry ||
                           kind == PieceKind::Note ||
                           (kind == PieceKind::Heading && mark.kind == Mark::Kind::Bullet);
    return is_marked ? mark.bytes : 0;
  }
  std::size_t line_count() const { return last_line - first_line + 1; }
  bool is_open() const { return kind == PieceKind::Paragraph; }
  // Whether it is nothing but one link, as an entry of a menu is.
  bool is_one_link() const {
    const bool is_marked = links.size() == 1 && links.front().offset <= mark.bytes;
    return is_marked || (measure.words > 0 && link_words >= measure.words);
  }
  // Whether it has a place of its own in the run of the text.
  bool is_body() const { return kind != PieceKind::Metadata && kind != PieceKind::Dropped; }
};

// What cutting needs to know of the text.
struct CutContext {
  const Layout& layout;
  const Dialect& dialect;
  const std::vector<Region>& regions;  // each becomes one piece
};

// All non-blank lines, in order. Cost linear.
std::vector<Piece> cut_pieces(const std::vector<TextLine>& lines, const CutContext& context);

// Index of the next piece after `at` that has a place in the text, or the count.
std::size_t next_body(const std::vector<Piece>& pieces, std::size_t at);

}  // namespace garland::plain
