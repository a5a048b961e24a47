// Inline nodes: what stands inside a paragraph. Values: copying a node copies all below it.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/source_range.h"

namespace garland {

struct Inline;
using Inlines = std::vector<Inline>;

// What a source may say of any node (pandoc's attribute triple, and the language).
struct Attributes {
  std::string id;        // unique within its document once passes/identifiers has run
  std::string language;  // BCP 47; empty where it is the parent's
  std::vector<std::string> classes;
  std::vector<std::pair<std::string, std::string>> pairs;

  bool empty() const { return id.empty() && language.empty() && classes.empty() && pairs.empty(); }
  bool operator==(const Attributes&) const = default;
};

// Where a link leads.
struct LinkTarget {
  enum class Kind {
    Unresolved,  // as the reader found it; book/links turns it into one of the others
    External,    // `url` is an absolute address that is safe to print and follow
    Internal,    // an element of the anthology: `work` and `anchor`
    Broken       // leads nowhere in this book: the text is kept, without a link
  };
  Kind kind = Kind::Unresolved;
  std::string url;     // as written
  std::string work;    // Internal: Work::id
  std::string anchor;  // Internal: an element's id in that work; empty: its beginning
  bool operator==(const LinkTarget&) const = default;
};

struct Text {
  std::string text;  // never empty; no line ends
};
struct SoftBreak {};  // a line end in the source that means a space
struct LineBreak {};  // a line end that is the author's
struct Emphasis {
  Inlines inlines;
};
struct Strong {
  Inlines inlines;
};
struct SmallCapitals {
  Inlines inlines;
};
struct Strike {
  Inlines inlines;
};
struct Underline {
  Inlines inlines;
};
struct Superscript {
  Inlines inlines;
};
struct Subscript {
  Inlines inlines;
};
// A quotation with the marks of its language supplied by the writers (HTML's q).
struct Quotation {
  Inlines inlines;
};
struct Code {
  std::string text;
};
struct Math {
  enum class Kind { Inline, Display };
  Kind kind = Kind::Inline;
  std::string tex;
};
struct Link {
  LinkTarget target;
  std::string title;
  Inlines inlines;
};
struct Image {
  std::string target;   // as written in the source
  std::string picture;  // Picture::id once book/pictures has resolved it; empty when missing
  std::string title;
  std::string alternative;  // plain text for those who do not see it
  std::string width;        // "62.5%" of the text's width, or "225pt"; empty: the picture's own
};
// A mark that leads to Document::notes[note].
struct NoteReference {
  std::string label;  // Note::label
};
// Works cited together: "[see @roe99, p. 3; @poe00]".
struct CitationItem {
  std::string key;
  std::string prefix;
  std::string locator;  // "p. 3"
  bool suppress_author = false;
  bool operator==(const CitationItem&) const = default;
};
struct Citation {
  enum class Form { Parenthetical, Narrative };
  std::vector<CitationItem> items;
  Form form = Form::Parenthetical;
  Inlines rendered;  // words set by references/; until then the source's own text
};
// A stretch with attributes of its own: a language, an anchor, classes.
struct Span {
  Inlines inlines;
};

using InlineKinds = std::variant<Text, SoftBreak, LineBreak, Emphasis, Strong, SmallCapitals,
                                 Strike, Underline, Superscript, Subscript, Quotation, Code, Math,
                                 Link, Image, NoteReference, Citation, Span>;

// One of the kinds. Copying, moving and destroying are compiled once, in tree.cpp, rather than by
// every file that holds a node.
struct InlineContent : InlineKinds {
  using InlineKinds::variant;
  using InlineKinds::operator=;
  InlineContent();
  InlineContent(const InlineContent& other);
  InlineContent(InlineContent&& other) noexcept;
  InlineContent& operator=(const InlineContent& other);
  InlineContent& operator=(InlineContent&& other) noexcept;
  ~InlineContent();
};

struct Inline {
  InlineContent content;
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

// A line end of the source, or one that the text asks for.
bool is_line_break(const Inline& node);

// The inlines inside an inline, or null for a leaf.
const Inlines* children_of(const Inline& node);
Inlines* children_of(Inline& node);

// The words alone: breaks become spaces, notes nothing, pictures their alternative text.
std::string plain_text(const Inlines& inlines);

// One Text node, or none for an empty string.
Inlines make_text(std::string text, SourceRange range = {});

}  // namespace garland
