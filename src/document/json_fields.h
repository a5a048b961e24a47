// Garland's own JSON, described once for writing and reading: `fields(archive, node)` hands every
// field of a node to archive(name, field). What is left out when written (empty text, empty list,
// unknown place) is what a new node has anyway.
#pragma once

#include <concepts>
#include <type_traits>

#include "document/document.h"

namespace garland::json {

// A node of that kind, constant when it is written.
template <typename Node, typename Kind>
concept A = std::same_as<std::remove_const_t<Node>, Kind>;

template <typename Node>
concept IsSourced = requires(Node node) {
  {node.value};
  {node.origin};
  {node.rule};
};
template <typename Node>
concept HasInlinesAlone = A<Node, Paragraph> || A<Node, Emphasis> || A<Node, Strong> ||
    A<Node, SmallCapitals> || A<Node, Strike> || A<Node, Underline> || A<Node, Superscript> ||
    A<Node, Subscript> || A<Node, Quotation> || A<Node, Span>;
template <typename Node>
concept HasNoFields = A<Node, SoftBreak> || A<Node, LineBreak> || A<Node, ThematicBreak>;

template <typename Archive, HasInlinesAlone Node>
void fields(Archive& archive, Node& node) {
  archive("inlines", node.inlines);
}
template <typename Archive, HasNoFields Node>
void fields(Archive& /*archive*/, Node& /*node*/) {}

template <typename Archive, A<Heading> Node>
void fields(Archive& archive, Node& node) {
  archive("level", node.level);
  archive("inlines", node.inlines);
}
template <typename Archive, A<ListItem> Node>
void fields(Archive& archive, Node& node) {
  archive("task", node.task);
  archive("blocks", node.blocks);
  archive("range", node.range);
}
template <typename Archive, A<List> Node>
void fields(Archive& archive, Node& node) {
  archive("kind", node.kind);
  archive("style", node.style);
  archive("start", node.start);
  archive("tight", node.is_tight);
  archive("items", node.items);
}
template <typename Archive, A<DefinitionItem> Node>
void fields(Archive& archive, Node& node) {
  archive("term", node.term);
  archive("definitions", node.definitions);
}
template <typename Archive, A<DefinitionList> Node>
void fields(Archive& archive, Node& node) {
  archive("items", node.items);
}
template <typename Archive, A<BlockQuotation> Node>
void fields(Archive& archive, Node& node) {
  archive("blocks", node.blocks);
  archive("attribution", node.attribution);
}
template <typename Archive, A<VerseLine> Node>
void fields(Archive& archive, Node& node) {
  archive("indent", node.indent);
  archive("inlines", node.inlines);
}
template <typename Archive, A<Verse> Node>
void fields(Archive& archive, Node& node) {
  archive("stanzas", node.stanzas);
}
template <typename Archive, A<CodeBlock> Node>
void fields(Archive& archive, Node& node) {
  archive("text", node.text);
  archive("code-language", node.language);
}
template <typename Archive, A<TableCell> Node>
void fields(Archive& archive, Node& node) {
  archive("blocks", node.blocks);
  archive("alignment", node.alignment);
  archive("row-span", node.row_span);
  archive("column-span", node.column_span);
  archive("header", node.is_header);
}
template <typename Archive, A<TableRow> Node>
void fields(Archive& archive, Node& node) {
  archive("cells", node.cells);
}
template <typename Archive, A<Table> Node>
void fields(Archive& archive, Node& node) {
  archive("columns", node.columns);
  archive("head", node.head);
  archive("body", node.body);
  archive("caption", node.caption);
}
template <typename Archive, A<Figure> Node>
void fields(Archive& archive, Node& node) {
  archive("blocks", node.blocks);
  archive("caption", node.caption);
  archive("credit", node.credit);
}
template <typename Archive, A<MathBlock> Node>
void fields(Archive& archive, Node& node) {
  archive("tex", node.tex);
}
template <typename Archive, A<Callout> Node>
void fields(Archive& archive, Node& node) {
  archive("kind", node.kind);
  archive("title", node.title);
  archive("blocks", node.blocks);
}
template <typename Archive, A<Division> Node>
void fields(Archive& archive, Node& node) {
  archive("role", node.role);
  archive("blocks", node.blocks);
}
template <typename Archive, A<Dropped> Node>
void fields(Archive& archive, Node& node) {
  archive("text", node.text);
  archive("reason", node.reason);
}
template <typename Archive, typename Node>
requires A<Node, Text> || A<Node, Code>
void fields(Archive& archive, Node& node) { archive("text", node.text); }
template <typename Archive, A<Math> Node>
void fields(Archive& archive, Node& node) {
  archive("kind", node.kind);
  archive("tex", node.tex);
}
template <typename Archive, A<LinkTarget> Node>
void fields(Archive& archive, Node& node) {
  archive("kind", node.kind);
  archive("url", node.url);
  archive("work", node.work);
  archive("anchor", node.anchor);
}
template <typename Archive, A<Link> Node>
void fields(Archive& archive, Node& node) {
  archive("target", node.target);
  archive("title", node.title);
  archive("inlines", node.inlines);
}
template <typename Archive, A<Image> Node>
void fields(Archive& archive, Node& node) {
  archive("target", node.target);
  archive("picture", node.picture);
  archive("title", node.title);
  archive("alternative", node.alternative);
  archive("width", node.width);
}
template <typename Archive, A<NoteReference> Node>
void fields(Archive& archive, Node& node) {
  archive("label", node.label);
}
template <typename Archive, A<CitationItem> Node>
void fields(Archive& archive, Node& node) {
  archive("key", node.key);
  archive("prefix", node.prefix);
  archive("locator", node.locator);
  archive("suppress-author", node.suppress_author);
}
template <typename Archive, A<Citation> Node>
void fields(Archive& archive, Node& node) {
  archive("items", node.items);
  archive("form", node.form);
  archive("rendered", node.rendered);
}
template <typename Archive, A<Attributes> Node>
void fields(Archive& archive, Node& node) {
  archive("id", node.id);
  archive("language", node.language);
  archive("classes", node.classes);
  archive("attributes", node.pairs);
}
template <typename Archive, A<Note> Node>
void fields(Archive& archive, Node& node) {
  archive("label", node.label);
  archive("id", node.id);
  archive("number", node.number);
  archive("blocks", node.blocks);
  archive("range", node.range);
}
template <typename Archive, A<Inference> Node>
void fields(Archive& archive, Node& node) {
  archive("what", node.what);
  archive("why", node.why);
  archive("range", node.range);
}
template <typename Archive, A<Contributor> Node>
void fields(Archive& archive, Node& node) {
  archive("name", node.name);
  archive("family", node.family);
  archive("given", node.given);
  archive("orcid", node.orcid);
  archive("role", node.role);
  archive("url", node.url);
}
template <typename Archive, A<Date> Node>
void fields(Archive& archive, Node& node) {
  archive("year", node.year);
  archive("month", node.month);
  archive("day", node.day);
  archive("written", node.written);
}
template <typename Archive, A<ReferenceEntry> Node>
void fields(Archive& archive, Node& node) {
  archive("key", node.key);
  archive("type", node.type);
  archive("fields", node.fields);
  archive("authors", node.authors);
  archive("editors", node.editors);
  archive("translators", node.translators);
}
template <typename Archive, A<Document> Node>
void fields(Archive& archive, Node& node) {
  archive("path", node.path);
  archive("format", node.format);
  archive("metadata", node.metadata);
  archive("blocks", node.blocks);
  archive("notes", node.notes);
  archive("references", node.references);
  archive("bibliography-files", node.bibliography_files);
  archive("inferences", node.inferences);
}
template <typename Archive, IsSourced Node>
void fields(Archive& archive, Node& node) {
  archive("value", node.value);
  archive("origin", node.origin);
  archive("rule", node.rule);
  archive("range", node.range);
}

// Version of the format, at the head of every document.
constexpr int kVersion = 1;

}  // namespace garland::json
