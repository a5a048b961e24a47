#include "readers/markup/markup.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/word_table.h"

namespace garland {
namespace {

constexpr auto kBlockElements = std::to_array<std::string_view>(
    {"address", "article", "aside",    "blockquote", "body",         "caption",
     "center",  "col",     "colgroup", "dd",         "details",      "dialog",
     "dir",     "div",     "dl",       "dt",         "fieldset",     "figcaption",
     "figure",  "footer",  "form",     "h1",         "h2",           "h3",
     "h4",      "h5",      "h6",       "header",     "hgroup",       "hr",
     "html",    "legend",  "li",       "listing",    "main",         "menu",
     "nav",     "ol",      "p",        "pre",        "search",       "section",
     "summary", "table",   "tbody",    "td",         "tfoot",        "th",
     "thead",   "tr",      "ul",       "x-callout",  "x-definition", "x-fence",
     "x-note",  "x-verse", "xmp"});

void append_text(const Markup& node, std::string& text) {
  if (node.is_text()) text += node.text;
  if (node.is_line_break()) text += ' ';
  for (const Markup& child : node.children) append_text(child, text);
}

void append_words(const Markup& node, std::string& text) {
  if (node.is_text()) text += node.text;
  const bool is_apart = node.is_line_break() || node.is("option") ||
                        (node.kind == Markup::Kind::Element && is_block_element(node.name));
  if (is_apart) text += ' ';
  for (const Markup& child : node.children) append_words(child, text);
  if (is_apart) text += ' ';
}

}  // namespace

Markup Markup::element(std::string name, SourceRange range) {
  Markup node;
  node.name = std::move(name);
  node.range = range;
  return node;
}

Markup Markup::characters(std::string text, SourceRange range) {
  Markup node;
  node.kind = Kind::Text;
  node.text = std::move(text);
  node.range = range;
  return node;
}

bool Markup::is_blank() const {
  if (kind == Kind::SoftBreak) return true;
  return is_text() && text.find_first_not_of(" \t\n\r\f") == std::string::npos;
}

std::string_view Markup::attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes) {
    if (name_of == key) return value;
  }
  return {};
}

bool Markup::has_attribute(std::string_view key) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [key](const auto& entry) { return entry.first == key; });
}

void Markup::set_attribute(std::string_view key, std::string value) {
  for (auto& [name_of, old] : attributes) {
    if (name_of == key) {
      old = std::move(value);
      return;
    }
  }
  attributes.emplace_back(std::string(key), std::move(value));
}

std::size_t next_shown(const MarkupList& nodes, std::size_t at) {
  while (at < nodes.size() && nodes[at].is_blank()) ++at;
  return at;
}

Markup left_out_record(std::string words, std::string reason, SourceRange range) {
  Markup record = Markup::element("x-dropped", range);
  record.set_attribute("words", std::move(words));
  record.set_attribute("reason", std::move(reason));
  return record;
}

std::string text_of(const Markup& node) {
  std::string text;
  append_text(node, text);
  return text;
}

std::string words_of(const Markup& node) {
  std::string text;
  append_words(node, text);
  return collapse_spaces(text);
}

std::string text_of(const MarkupList& nodes) {
  std::string text;
  for (const Markup& node : nodes) append_text(node, text);
  return text;
}

bool is_block_element(std::string_view name) {
  static const WordTable<bool> kTable = [] {
    WordTable<bool> made;
    for (const std::string_view element : kBlockElements) made[element] = true;
    return made;
  }();
  return kTable.find(name) != nullptr;
}

void mark_block_holders(MarkupList& nodes) {
  for (Markup& node : nodes) {
    if (node.is("svg")) continue;  // its words stand at places of its own
    mark_block_holders(node.children);
    node.holds_blocks =
        std::any_of(node.children.begin(), node.children.end(), [](const Markup& child) {
          return child.holds_blocks ||
                 (child.kind == Markup::Kind::Element && is_block_element(child.name));
        });
  }
}

void merge_texts(MarkupList& nodes) {
  MarkupList merged;
  merged.reserve(nodes.size());
  for (Markup& node : nodes) {
    if (node.is_text() && node.text.empty()) continue;
    if (node.is_text() && !merged.empty() && merged.back().is_text()) {
      merged.back().text += node.text;
      merged.back().range.end_line = node.range.end_line;
      merged.back().range.end_column = node.range.end_column;
    } else {
      merged.push_back(std::move(node));
    }
  }
  nodes = std::move(merged);
}

}  // namespace garland
