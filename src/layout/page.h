// What layout gives and pdf takes. A page is dumb: glyph runs, rules, pictures and QR codes at
// fixed points, each with the node of the structure tree it belongs to. Points are measured from
// the page's top left corner, y downwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "base/rare_text.h"
#include "base/unicode.h"
#include "fonts/fonts.h"
#include "layout/glyphs.h"
#include "layout/qr_code.h"
#include "style/theme.h"

namespace garland {

struct Point {
  Length x, y;
};
struct Rect {
  Point origin;  // top left
  Length width, height;
};

// Index into Packet::structure; kArtifact for what is no content (folios, rules, running heads).
using StructureId = std::int32_t;
constexpr StructureId kArtifact = -1;

// Glyphs of one face, size and colour on one baseline, in visual order from left to right.
struct GlyphRun {
  Point origin;  // left end of the baseline
  FaceId face = 0;
  Length size;
  Color color;
  bool is_right_to_left = false;
  bool is_silent = false;  // who copies the text finds it with another run, as a drop capital's
  // What the advances have in them beside the face's: the letters are this much wider, in
  // thousandths, and so is the room behind each, which is whole thousandths of a point.
  std::int16_t expansion = 0;
  Length tracking;
  std::string text;  // what a reader copies, in logical order; a line-end hyphen is U+00AD
  PackedGlyphs glyphs;
};
struct Rule {
  Rect rect;
  Color color;
};
struct PlacedPicture {
  Rect rect;
  std::string picture;  // Picture::id
};

struct PlacedCode {
  Rect rect;  // a square
  QrCode code;
};

struct PageItem {
  std::variant<GlyphRun, Rule, PlacedPicture, PlacedCode> content;
  StructureId structure = kArtifact;
};

// A place that links lead to: a whole name in the packet, "work-id" or "work-id/element-id".
struct Anchor {
  std::string name;
  Point place;
};

// An area that leads somewhere. One Link element that breaks over lines has one LinkArea a page.
struct LinkArea {
  std::vector<Rect> rects;
  std::string url;                    // an address, or empty
  std::string anchor;                 // an Anchor's name, or empty
  std::string contents;               // what a screen reader says: the link's words
  StructureId structure = kArtifact;  // the Link node
};

// Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4).
enum class StructureType {
  Document,
  Part,
  Sect,
  Div,
  BlockQuote,
  Caption,
  TOC,
  TOCI,
  Index,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  P,
  L,
  LI,
  Lbl,
  LBody,
  Table,
  THead,
  TBody,
  TR,
  TH,
  TD,
  Span,
  Quote,
  Note,
  Reference,
  Code,
  Link,
  Figure,
  Formula
};

// A node of the structure tree. Kids are its children and its own content; where a node has both,
// they stand in the order in which their content appears on the pages.
struct StructureNode {
  StructureType type = StructureType::P;
  StructureId parent = -1;            // -1 for the root alone
  std::vector<StructureId> children;  // in reading order
  RareText id;                        // for Note; unique in the packet
  RareText title;
  RareText language;     // where it changes
  RareText alternative;  // Figure, Formula: text instead
  RareText actual_text;
  int row_span = 1, column_span = 1;   // TH, TD
  std::optional<Direction> direction;  // of the text below, where it changes
  enum class Scope : std::uint8_t { None, Row, Column };
  Scope scope = Scope::None;  // TH
  enum class Numbering : std::uint8_t {
    None,
    Disc,
    Decimal,
    LowerAlpha,
    UpperAlpha,
    LowerRoman,
    UpperRoman
  };
  Numbering numbering = Numbering::None;  // L
  bool has_box = false;                   // Figure: Rect below is its place
  Rect box;
  std::size_t box_page = 0;
};

struct OutlineEntry {
  std::string title;
  std::string anchor;
  int level = 1;  // 1 outermost; grows by at most one from entry to entry
};

// What was bound as one piece: an article, a part's title page, the contents.
struct BoundPart {
  std::string work;   // an article's id; empty for others
  std::string title;  // empty for title page and imprint
  std::size_t first_page = 0;
  std::size_t page_count = 0;
  std::size_t note_page_count = 0;  // of these, pages for notes
  int last_lines = 0;               // how full its last page of text is, in lines of the body
  bool opens_on_side = false;       // of its own, if need be after a blank page
};

struct Page {
  Length width, height;
  std::vector<PageItem> items;  // in reading order, artifacts anywhere
  std::vector<LinkArea> links;
  std::vector<Anchor> anchors;
  std::string label;  // the folio: "iv", "12"
  // Where the page's text begins, as PageStart has it (book/page_list.h); all empty on a page of a
  // place without words.
  std::string place;
  std::string element;
  std::size_t text_offset = 0;
};

// The area of what is no text, or null.
const Rect* rect_of(const PageItem& item);

// Moves an item, or all that stands on a page.
void shift(PageItem& item, Length right, Length down);
void shift(Page& page, Length right, Length down);

// The whole laid-out book, the PDF writer's only input besides fonts and pictures.
struct Packet {
  std::string title;
  std::vector<std::string> authors;  // editors, or all authors where there are none
  std::string subject;
  std::vector<std::string> keywords;
  std::string language;
  std::string rights;
  std::string identifier;
  std::string modified;  // "2025-03-19T00:00:00Z"
  std::vector<Page> pages;
  std::vector<StructureNode> structure;  // [0] is the Document
  std::vector<OutlineEntry> outline;
  std::vector<BoundPart> parts;  // in the order of their pages
};

}  // namespace garland
