// Markup (markup.h) to document nodes: the one place that knows what each HTML element means to a
// book. Serves Markdown, the HTML inside Markdown, and saved pages.
//
// Its parts: blocks.cpp, divisions.cpp, lists.cpp, tables.cpp, figures.cpp, drawings.cpp,
// inlines.cpp, left_out.cpp. To give an element a meaning, write a member and add it to the table
// in blocks.cpp or inlines.cpp.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "document/document.h"
#include "readers/markup/markup.h"

namespace garland {

struct MarkupOptions {
  // Keep div and section as divisions when they have a class or identifier; a saved page has too
  // many of them, which mean nothing.
  bool keep_divisions = true;
  // Labels of notes that have a mark; the text of another note stays where it is written.
  std::set<std::string, std::less<>> marked_notes;
};

class MarkupReader {
 public:
  // Notes, inferences and diagnostics go to the document and the sink, which outlive the reader.
  MarkupReader(Document& document, Diagnostics& diagnostics, MarkupOptions options);

  // The blocks that these nodes come to; text that stands in no block becomes paragraphs. Nodes
  // deeper than kMaxNesting allows are dissolved into those above them.
  Blocks read(MarkupList nodes);

  // The inlines of a title or caption given as markup.
  Inlines read_inlines(const MarkupList& nodes);

 private:
  using BlockRule = void (MarkupReader::*)(const Markup&, Blocks&, int depth);
  using InlineRule = void (MarkupReader::*)(const Markup&, Inlines&, int depth);
  static BlockRule block_rule(std::string_view name);
  struct InlineRules;
  static InlineRule inline_rule(std::string_view name);

  // blocks.cpp
  Blocks blocks(const MarkupList& nodes, int depth);
  // `run` holds the words that stand in no block yet, and end_paragraph ends them.
  void append_blocks(std::span<const Markup> nodes, MarkupList& run, Blocks& out, int depth);
  void block(const Markup& node, Blocks& out, int depth);
  void end_paragraph(MarkupList& run, Blocks& out, int depth);
  void add_paragraph(const Markup& node, Inlines inlines, Blocks& out);
  void paragraph(const Markup& node, Blocks& out, int depth);
  void heading(const Markup& node, Blocks& out, int depth);
  void quotation(const Markup& node, Blocks& out, int depth);
  void code_block(const Markup& node, Blocks& out, int depth);
  void rule(const Markup& node, Blocks& out, int depth);
  void note(const Markup& node, Blocks& out, int depth);
  void contents(const Markup& node, Blocks& out, int depth);
  void wrapped_blocks(const Markup& node, Blocks& out, int depth);

  // divisions.cpp
  void division(const Markup& node, Blocks& out, int depth);
  void details(const Markup& node, Blocks& out, int depth);
  void callout(const Markup& node, Blocks& out, int depth);
  void callout_of_kind(const Markup& node, std::string kind, Blocks& out, int depth);
  void verse(const Markup& node, Blocks& out, int depth);

  // lists.cpp
  void list(const Markup& node, Blocks& out, int depth);
  void list_item(const Markup& node, List& list, int depth);
  void definition_list(const Markup& node, Blocks& out, int depth);
  void definition_item(const Markup& node, DefinitionList& list, int depth);

  // tables.cpp
  void table(const Markup& node, Blocks& out, int depth);
  // Records that stand between rows and cells go to `records`.
  void table_rows(const Markup& node, bool is_head, Table& table, Blocks& records, int depth);
  TableRow table_row(const Markup& node, Blocks& records, int depth);

  // figures.cpp
  void figure(const Markup& node, Blocks& out, int depth);

  // drawings.cpp
  void drawing(const Markup& node, Inlines& out, int depth);
  void leave_out_foreign_words(const Markup& drawing);

  // inlines.cpp
  void inlines(const MarkupList& nodes, Inlines& out, int depth);
  void inline_node(const Markup& node, Inlines& out, int depth);
  template <typename T>
  void wrap(const Markup& node, Inlines& out, int depth);
  void span(const Markup& node, Inlines& out, int depth);
  void named_span(const Markup& node, Inlines& out, int depth);
  void link(const Markup& node, Inlines& out, int depth);
  void image(const Markup& node, Inlines& out, int depth);
  void code(const Markup& node, Inlines& out, int depth);
  void line_break(const Markup& node, Inlines& out, int depth);
  void math(const Markup& node, Inlines& out, int depth);
  void note_mark(const Markup& node, Inlines& out, int depth);
  void note_in_place(const Markup& node, Inlines& out, int depth);
  void citation(const Markup& node, Inlines& out, int depth);
  void ruby(const Markup& node, Inlines& out, int depth);
  void ruby_text(const Markup& node, Inlines& out, int depth);
  void abbreviation(const Markup& node, Inlines& out, int depth);
  // Whether an inline there would be one too many; the first is reported.
  bool is_too_deep(const Markup& node, int depth);

  // left_out.cpp
  void media(const Markup& node, Inlines& out, int depth);
  void left_out(const Markup& node, Inlines& out, int depth);
  void dropped_words(const Markup& node, Inlines& out, int depth);
  void input(const Markup& node, Inlines& out, int depth);
  void nothing(const Markup& node, Inlines& out, int depth);
  void drop(std::string words, std::string reason, SourceRange range);
  static bool take_record(const Markup& node, Blocks& records);
  // Where the picture or film is that the element or one inside it names; empty without any.
  static std::string address_of(const Markup& node);

  Attributes attributes_of(const Markup& node) const;
  // What a node says of language and direction goes to these blocks, which are all that it holds,
  // where they do not say it themselves.
  void pass_language(const Markup& node, std::span<Block> blocks) const;
  void report_unknown_attributes(const Markup& node);
  void flush_dropped(Blocks& out);

  Document& document_;
  Diagnostics& diagnostics_;
  MarkupOptions options_;
  Blocks dropped_;  // met inside a paragraph; they follow it
  std::set<std::string> seen_notes_;
  std::set<std::string> seen_abbreviations_;
  bool is_in_link_ = false;
  bool shows_drawings_ = false;      // in a figure that has nothing else to show
  bool has_reported_depth_ = false;  // of inlines
  int notes_in_place_ = 0;
};

// White space at both ends taken off, breaks too; texts side by side joined; empty texts removed.
void tidy_inlines(Inlines& inlines);

}  // namespace garland
