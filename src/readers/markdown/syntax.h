// What Garland's Markdown has beyond CommonMark and GitHub's, as syntax extensions of cmark-gfm, so
// that it is never seen inside code and nests as everything else does:
//   blocks   "::: {.class}" … ":::"     ": definition"     "[^label]: note"
//            ":::note Title" … ":::"    "!!! note "Title"" with what is indented below
//            "=== "Title"" likewise     "~ definition"
//   inlines  [^label]  ^[note]  $math$  $$math$$  \(math\)  \[math\]  ^sup^  sub~2~  ==mark==
//            ^^new^^  @key  {#id .class}
// The forms are Pandoc's (its manual: Footnotes, Definition lists, Divs and Spans, Math,
// Superscripts and subscripts, Citation syntax); admonitions are Docusaurus's and
// Python-Markdown's.
#pragma once

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <string_view>

namespace garland {

// Stands for the backslash of "\(" and its like while cmark-gfm parses, which would take it for an
// escape: see markdown/preparation.h. No source has it: decoding leaves control characters out.
constexpr char kMathBackslash = '\x01';

// Stands before the title of a fence (":::note Title") behind its attributes.
constexpr char kFenceTitle = '\x1f';

// The kind of admonition that a tab is: "=== "Title"".
constexpr std::string_view kTabKind = "=tab";

enum class MarkdownExtras {
  WithoutCitations,
  WithCitations  // "@key" is a citation
};

// One inline of ours as it stands in cmark-gfm's tree.
struct SyntaxInline {
  enum class Kind : char {
    NoteMark = 'n',     // label
    NoteInPlace = 'i',  // the "^" of "^[…]"
    Math = 'm',
    DisplayMath = 'M',
    MarkOpen = '<',   // "^", "~", "==" or "^^"
    MarkClose = '>',  // the same
    Citation = 'c',   // key
    Attributes = 'a'  // the list, with braces
  };
  Kind kind = Kind::Math;
  std::string text;
  int line = 0;  // as cmark-gfm counts
  int column = 0;
};

// The extensions of one parser. They must outlive the parser's tree.
class MarkdownSyntax {
 public:
  explicit MarkdownSyntax(MarkdownExtras extras);
  ~MarkdownSyntax();
  MarkdownSyntax(const MarkdownSyntax&) = delete;
  MarkdownSyntax& operator=(const MarkdownSyntax&) = delete;

  // Call before any other extension is attached: ours look first at "~".
  void attach(cmark_parser* parser);

 private:
  struct InlineMemory;
  friend struct InlineSyntax;
  InlineMemory* memory_;
  cmark_syntax_extension* blocks_;
  cmark_syntax_extension* inlines_;
};

// Types of our nodes, the same for every parser.
struct MarkdownNodeTypes {
  cmark_node_type fence;       // string content: its attributes and kFenceTitle; empty: it closes
  cmark_node_type definition;  // a container
  cmark_node_type note;        // a container; string content: width, space, label
  cmark_node_type admonition;  // a container; string content: width, space, its line
};
const MarkdownNodeTypes& markdown_node_types();

// What one of our inline nodes says, or nothing for other nodes.
std::optional<SyntaxInline> syntax_inline_of(cmark_node* node);

// Parts of MarkdownSyntax: the two extensions.
cmark_syntax_extension* new_block_syntax();

}  // namespace garland
