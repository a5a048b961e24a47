// The intermediate document tree: start here. Readers make a Document of a source, passes turn it
// into a better one, writers print it. Blocks and inlines are closed variants of values, in the
// manner of pandoc's Definition.hs; a new kind fails to compile until every visitor handles it.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source_range.h"
#include "document/inline.h"
#include "document/metadata.h"

namespace garland {

// Readers stop nesting here, keep the text and warn, so that recursion over a tree is safe.
constexpr int kMaxNesting = 64;

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
  int level = 1;  // 1 to 6 as written; after passes, 1 is the article's own first level
  Inlines inlines;
};
struct Paragraph {
  Inlines inlines;
};
struct ListItem {
  enum class Task { None, Open, Done };
  Task task = Task::None;
  Blocks blocks;
  SourceRange range;
};
struct List {
  enum class Kind { Bullet, Ordered };
  enum class Style { Decimal, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman };
  Kind kind = Kind::Bullet;
  Style style = Style::Decimal;
  int start = 1;
  bool is_tight = true;  // items are set without space between them
  std::vector<ListItem> items;
};
struct DefinitionItem {
  Inlines term;
  std::vector<Blocks> definitions;
};
struct DefinitionList {
  std::vector<DefinitionItem> items;
};
struct BlockQuotation {
  Blocks blocks;
  Inlines attribution;  // who said it, where; may be empty
};
// Lines that are the author's: stanzas of lines.
struct VerseLine {
  int indent = 0;  // in steps of an em, from the left
  Inlines inlines;
};
struct Verse {
  std::vector<std::vector<VerseLine>> stanzas;
};
struct CodeBlock {
  std::string text;      // lines end with "\n", the last one too unless empty
  std::string language;  // "cpp"; may be empty
};
enum class Alignment { Default, Left, Center, Right };
struct TableCell {
  Blocks blocks;
  Alignment alignment = Alignment::Default;  // Default: the column's
  int row_span = 1;
  int column_span = 1;
  bool is_header = false;
};
struct TableRow {
  std::vector<TableCell> cells;
};
struct Table {
  std::vector<Alignment> columns;  // one a column
  std::vector<TableRow> head;
  std::vector<TableRow> body;
  Blocks caption;
};
struct Figure {
  Blocks blocks;  // usually one paragraph with an Image
  Blocks caption;
  Inlines credit;  // "Photograph: …"
};
struct ThematicBreak {};
struct MathBlock {
  std::string tex;
};
// Something beside the run of the text: an aside, a callout, an admonition, <details>.
struct Callout {
  std::string kind;  // "note", "warning", "details", …
  Inlines title;
  Blocks blocks;
};
// A part of the article with a role of its own.
struct Division {
  enum class Role { None, Epigraph, Dedication, Abstract, References, AuthorNote, Credits };
  Role role = Role::None;
  Blocks blocks;
};
// What a reader left out of the books and why. Kept in the tree, listed in the build report.
struct Dropped {
  std::string text;    // as in the source
  std::string reason;  // in words: "log-in box at the end of a clip"
};

using BlockKinds =
    std::variant<Heading, Paragraph, List, DefinitionList, BlockQuotation, Verse, CodeBlock, Table,
                 Figure, ThematicBreak, MathBlock, Callout, Division, Dropped>;

// One of the kinds, compiled once like InlineContent.
struct BlockContent : BlockKinds {
  using BlockKinds::variant;
  using BlockKinds::operator=;
  BlockContent();
  BlockContent(const BlockContent& other);
  BlockContent(BlockContent&& other) noexcept;
  BlockContent& operator=(const BlockContent& other);
  BlockContent& operator=(BlockContent&& other) noexcept;
  ~BlockContent();
};

struct Block {
  BlockContent content;
  Attributes attributes;
  SourceRange range;

  template <typename T>
  const T* as() const {
    return std::get_if<T>(&content);
  }
  template <typename T>
  T* as() {
    return std::get_if<T>(&content);
  }
};

struct Note {
  std::string label;  // unique within the document
  std::string id;     // identifier of the note's text, set by passes/identifiers
  int number = 0;     // 1, 2, … in order of the first mark; 0 before passes/notes has run
  Blocks blocks;
  SourceRange range;
};

// One decision a reader or pass took that the source does not say outright.
struct Inference {
  SourceRange range;
  std::string what;  // "heading", "title", "list", "dropped", "attribution"
  std::string why;   // in words: "short line, set apart, followed by body text"
};

// A bibliographic entry given as data with the article (front matter `references:`, a BibTeX or
// CSL-JSON file): field names are CSL's ("title", "container-title", "issued").
struct ReferenceEntry {
  std::string key;
  std::string type;  // CSL type: "book", "article-journal", …
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<Contributor> authors;
  std::vector<Contributor> editors;
  std::vector<Contributor> translators;
};

struct Document {
  std::string path;    // of the source, relative to its folder
  std::string format;  // name of the reader: "markdown", "plain text", "html"
  Metadata metadata;
  Blocks blocks;
  std::vector<Note> notes;  // in order of their first mark once passes/notes has run
  std::vector<ReferenceEntry> references;
  std::vector<std::string> bibliography_files;  // as written in the front matter
  std::vector<Inference> inferences;
};

}  // namespace garland
