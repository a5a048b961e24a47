// One paragraph to lines: itemize (bidi, script, face), shape, find breaks (Knuth and Plass 1981,
// "Breaking Paragraphs into Lines"; hyphens by Liang 1983), justify. Takes text with styles, gives
// lines whose items stand at fixed points relative to the line.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/length.h"
#include "base/unicode.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "style/theme.h"

namespace garland {

// A stretch of the text in one style.
struct TextSpan {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  FontRequest font;
  Features features;
  Length size;
  Length rise;            // of the baseline, upwards: superscripts
  Length letter_spacing;  // after each grapheme
  Color color;
  std::string language;   // BCP 47: chooses hyphenation, shaping and line-break rules
  bool hyphenate = true;  // off in code and addresses
  StructureId structure = kArtifact;
  int link = -1;  // index into the caller's links, -1 for none; handed back in SetLine::links
};

// Something that stands in the text like a letter: a picture. Its text is one U+FFFC.
struct InlineObject {
  std::size_t offset = 0;  // of the U+FFFC
  std::string picture;     // Picture::id
  Length width, height;
};

// Spans cover the text in order without gaps. "\n" in the text ends a line. Note marks and anchors
// are places that the caller wants to find again on a line.
struct ParagraphText {
  std::string text;
  std::vector<TextSpan> spans;
  std::vector<InlineObject> objects;  // ascending offsets
  // Both by ascending offset.
  std::vector<std::pair<std::size_t, int>> marks;            // caller's number (a note's index)
  std::vector<std::pair<std::size_t, std::string>> anchors;  // Anchor name
};

struct ParagraphShape {
  Length measure;       // width of every line
  Length first_indent;  // of the first line; may be negative (a hanging number)
  // Of the lines behind it: what stands beside them. The others have none.
  std::vector<Length> next_indents;
  // Where the lines begin. What stands before it is drawn by others, and copied with the first
  // line, to which it belongs.
  std::size_t begin_offset = 0;
  // Left is the side where lines begin: the right one in a right-to-left paragraph.
  TextAlign align = TextAlign::Justify;
  Direction direction = Direction::LeftToRight;  // of the paragraph
  bool hyphenate = true;  // if not, a word is divided only where it is wider than the measure
  // In justified lines points, hyphens and quotation marks may hang out of the measure, by less
  // than 0.6 em, and letters may give a little (Thanh, "Micro-typographic extensions to the TeX
  // typesetting system", 2000).
  bool may_hang = true;
  LetterFit fit;
  // How many lines more or, below 0, fewer than are best, where every line is then still within the
  // tolerance (TeX: The Program, 875).
  int looseness = 0;
  // More of the same element is set after this by itself, as lines of verse and of code are: a
  // space of no width parts the words.
  bool is_followed = false;
};

struct LineLink {
  int link = 0;
  Rect rect;  // relative to the line: x from its left edge, y from its baseline
};

// A finished line. Points are relative to the left edge of the measure and to the baseline.
struct SetLine {
  std::vector<PageItem> items;
  std::vector<LineLink> links;
  std::vector<int> marks;                               // of ParagraphText::marks in this line
  std::vector<std::pair<std::string, Length>> anchors;  // name, x
  std::size_t begin_offset = 0;                         // of the line's text in the paragraph's
  std::size_t end_offset = 0;
  Length ascent, descent;  // of what stands in the line, both positive
  Length width;            // natural ends: from the first to the last glyph
  bool ends_in_hyphen = false;
};

// A character that no face has, where the text has it first.
struct MissingCharacter {
  char32_t character = 0;
  std::size_t offset = 0;
};

// At least one line for a text that is not empty; none for an empty one. No line is wider than the
// measure, hanging points aside, unless a single cluster is. Cost: linear in the text; texts over
// 100,000 bytes are broken in pieces. A visible stand-in is set for a character that no face has;
// `missing` (may be null) receives these characters, each once, at most 64.
std::vector<SetLine> set_paragraph(const ParagraphText& text, const ParagraphShape& shape,
                                   FontLibrary& fonts, std::vector<MissingCharacter>* missing);

// Natural width of the text on one line.
Length natural_width(const ParagraphText& text, FontLibrary& fonts);

// The narrowest measure that divides no word: the widest piece between two line-break
// opportunities.
Length minimum_width(const ParagraphText& text, FontLibrary& fonts);

}  // namespace garland
