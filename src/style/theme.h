// A theme: one design for two books. styles/NAME/theme.yaml is read into this plain struct once;
// layout reads it directly and epub takes the style sheet made from it. Every property, its type
// and its default stand in the tables of style/properties.cpp.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/result.h"
#include "base/value.h"
#include "style/print.h"

namespace garland {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Color&) const = default;
};

// A part of something, in thousandths: a theme's "2%" is 20.
struct Share {
  int thousandths = 0;
  bool operator==(const Share&) const = default;
};

// What the letters of justified lines may give so that the white between words stays even.
struct LetterFit {
  Share expansion;  // wider or narrower letters, of their widths
  Share tracking;   // letters further apart or closer, of the type size
};

// The kinds of text that a book sets. Order is the table's order in properties.cpp.
enum class TextRole {
  Body,
  Lead /* first paragraph after an opening */,
  Quote,
  QuoteAttribution,
  Verse,
  CodeBlock,
  Caption,
  Credit,
  Footnote,
  TableCell,
  TableHead,
  ListItem,
  DefinitionTerm,
  Callout,
  CalloutTitle,
  Epigraph,
  Abstract,
  Reference,
  Attribution,
  IndexEntry,
  IndexLetter,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  Heading5,
  Heading6,
  WorkTitle,
  WorkSubtitle,
  Byline,
  SourceLine,
  NotesHeading,
  BackMatterTitle,
  PartTitle,
  HalfTitle,
  BookTitle,
  BookSubtitle,
  BookEditors,
  Imprint,
  Colophon,
  ContentsTitle,
  ContentsPart,
  ContentsEntry,
  ContentsAuthor,
  RunningHead,
  Folio,
  LineNumber,
  kCount
};

enum class TextAlign { Justify, Left, Right, Center };

// How one role is set. Lengths that the theme gives in em or lines are resolved to points.
struct TextStyle {
  std::string family = "serif";  // serif, sans, mono or a family's name
  Length size;
  Length leading;
  bool bold = false;
  bool italic = false;
  bool small_capitals = false;  // lower case as small capitals
  bool letterspaced = false;
  bool uppercase = false;
  bool old_style_figures = true;
  bool tabular_figures = false;  // of one width
  TextAlign align = TextAlign::Justify;
  bool hyphenate = true;
  Length first_indent;  // of a paragraph that follows another
  Length left_indent;   // of the whole block
  Length right_indent;
  Length space_before;
  Length space_after;
  Color color;
};

constexpr int kMostColumns = 4;

struct PageGeometry {
  Length width, height;
  Length inner, outer, top, bottom;  // margins; the text block is what remains
  Length max_measure;                // on papers other than the theme's own
  int columns = 1;                   // of running text, up to kMostColumns
  Length column_gap;                 // white between two of them
  bool is_two_sided = true;
};

struct Theme {
  std::string name;
  std::string file_name;  // of the file that it was read from, for messages: "theme.yaml"
  // Where that names the family of each role; unknown where it does not.
  std::array<SourceRange, static_cast<std::size_t>(TextRole::kCount)> family_places;
  std::string title;  // for `garland styles`
  std::string description;
  PageGeometry page;
  std::array<TextStyle, static_cast<std::size_t>(TextRole::kCount)> styles;
  Length running_head_drop;  // from the text block's top up to the running head's baseline
  Length folio_drop;         // from the text block's foot down to the folio's baseline
  bool works_open_recto = false;
  bool has_half_title = false;  // a leaf with the book's title alone, before the title page
  bool has_running_heads = true;
  Length title_sinkage;  // white above an article's title; at most half the text block
  int drop_capital = 0;  // lines that an article's first letter is high; fewer than 2 for none
  bool has_small_capital_opening = false;  // an article's first words
  Share expansion;                         // LetterFit's
  Share tracking;                          // LetterFit's
  bool has_hanging_punctuation = true;
  int looseness = 0;        // lines that paragraphs of running text have more than is best
  int line_numbers = 0;     // every how many lines of a page one is numbered; 0 for none
  Length line_number_drop;  // from the text block's left edge to the number's right end
  std::string ornament;     // what marks a thematic break
  Length note_rule_width;
  Color rule_color;
  Color accent;  // of the cover that is made
  Color cover_background;
  Color cover_text;
  bool embeds_fonts = false;  // the e-book carries the faces of its text
  PrintSettings print;        // the description's alone

  LetterFit letter_fit() const { return {expansion, tracking}; }
  const TextStyle& style(TextRole role) const { return styles[static_cast<std::size_t>(role)]; }
  Length text_width() const { return page.width - page.inner - page.outer; }
  // Of a column: lines of running text are so long.
  Length measure() const {
    return (text_width() - page.column_gap * (page.columns - 1)) / page.columns;
  }
  Length text_height() const { return page.height - page.top - page.bottom; }
};

// Reads a theme. `name_or_path`: a folder below `styles_folder`, or a path with a '/'. `overrides`
// is the description's `pdf:` map (paper, sides, …) and may be Null. Unknown properties are
// reported with the nearest known one. Errors: no such theme (the message names those there are),
// one that is no YAML, one whose own pages have no room for a column of text.
Result<Theme> load_theme(std::string_view name_or_path, const std::filesystem::path& styles_folder,
                         const Value& overrides, Diagnostics& diagnostics);

// Names of the themes that are installed, sorted.
std::vector<std::string> installed_themes(const std::filesystem::path& styles_folder);

// Every property a theme may set, with its default and what it is for: a theme file, in YAML, that
// reads as one that says nothing.
std::string theme_reference();

// A face that the e-book carries.
struct EmbeddedFace {
  std::string family;  // as themes name it: "serif"
  std::string name;    // as style sheets do: "Linux Libertine"
  bool is_bold = false;
  bool is_italic = false;
  std::string file_name;       // as seen from the style sheet
  std::string kind = "serif";  // of the family: serif, sans or mono
};

// The e-book's style sheet, from the same properties: relative sizes, no fixed colours on text, and
// of typefaces only the kind, unless they are embedded.
std::string make_stylesheet(const Theme& theme, const std::vector<EmbeddedFace>& faces = {});

}  // namespace garland
