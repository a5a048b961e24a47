// A light tree of elements and texts, named as in HTML: what Markdown (by cmark-gfm) and HTML (by
// gumbo) both are before they become document nodes. One set of rules then serves both: see
// markup_reader.h.
//
// Beside HTML's names, Markdown makes elements of its own; their names begin with "x-":
//   x-note-mark (label)      a note's mark          x-note (label)    a note's text, a block
//   x-inline-note            a note in place        x-math (display)  TeX
//   x-citation (items, form) works cited            x-verse, x-stanza, x-line (indent)
//   x-callout (kind)         an alert               x-attributes      "{#id .class}", in its place
//   x-fence                  a line of ":::"        x-definition      ": " and what it holds
//   x-tag (number)           a tag of a site, in its place
//   x-dropped (words, reason) text that is left out
//   x-mark                   one end of "^…^", "~…~", or the "^" before a note in place
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source_range.h"

namespace garland {

// So begin the names of our own elements, and so what a source's own elements of such names are
// called instead: "page-x-note" means nothing.
constexpr std::string_view kOwnNames = "x-";
constexpr std::string_view kForeignName = "page-";

// The language of a code block that holds display math.
constexpr std::string_view kMathLanguage = "x-display-math";

struct Markup {
  enum class Kind { Element, Text, SoftBreak, RawHtml };
  Kind kind = Kind::Element;
  std::string name;  // Element: lower case, but as SVG has it in drawings
  std::string text;  // Text: the characters; RawHtml: HTML as written
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Markup> children;
  SourceRange range;
  bool holds_blocks = false;  // set by mark_block_holders

  static Markup element(std::string name, SourceRange range = {});
  static Markup characters(std::string text, SourceRange range = {});

  bool is(std::string_view element_name) const {
    return kind == Kind::Element && name == element_name;
  }
  bool is_text() const { return kind == Kind::Text; }
  // A line end of the source, or one that is asked for ("br").
  bool is_line_break() const { return kind == Kind::SoftBreak || is("br"); }
  // White space, or nothing, or a line end.
  bool is_blank() const;
  // The attribute's value, or an empty view when there is none.
  std::string_view attribute(std::string_view key) const;
  bool has_attribute(std::string_view key) const;
  // Adds the attribute or replaces its value.
  void set_attribute(std::string_view key, std::string value);
};

using MarkupList = std::vector<Markup>;

// The place of the first node from `at` on that is not blank; the size where there is none.
std::size_t next_shown(const MarkupList& nodes, std::size_t at = 0);

// What is left out of the text at that place, and why ("x-dropped").
Markup left_out_record(std::string words, std::string reason, SourceRange range);

// All characters below the node, line ends as spaces.
std::string text_of(const Markup& node);
std::string text_of(const MarkupList& nodes);

// The words below the node as they are read: those of blocks apart, spaces collapsed.
std::string words_of(const Markup& node);

// Whether an element of that name is a block of its own ("p", "div", "x-verse").
bool is_block_element(std::string_view name);

// Sets `holds_blocks` on every element that has a block element below it. Recurses to the tree's
// depth, which its makers bound.
void mark_block_holders(MarkupList& nodes);

// Text nodes side by side become one; empty ones go.
void merge_texts(MarkupList& nodes);

}  // namespace garland
