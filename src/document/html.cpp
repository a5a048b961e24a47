// HTML as CommonMark's reference renderer (cmark, html.c) and GitHub's extensions of it write it,
// so that the examples of both specifications can be compared with it.
#include <fmt/format.h>

#include <algorithm>

#include "document/dump.h"
#include "document/html_escape.h"
#include "document/kind_names.h"
#include "document/text_forms.h"
#include "document/walk.h"
#include "document/web_address.h"

namespace garland {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format(" {}=\"{}\"", name, escape_html(value));
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const Document& document)
      : document_(document), linked_ids_(linked_ids(document)), numbers_(note_numbers(document)) {}

  std::string write() {
    head();
    blocks(document_.blocks);
    notes();
    out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void head() {
    const Metadata& metadata = document_.metadata;
    out_ += "<!DOCTYPE html>\n<html" + attribute("lang", metadata.language.value) + ">\n";
    out_ += "<head>\n<meta charset=\"utf-8\" />\n";
    out_ += "<title>" + escape_html(title()) + "</title>\n";
    for (const Contributor& person : metadata.contributors.value) {
      if (person.role == Role::Author) meta("author", person.name);
    }
    if (metadata.date.is_set()) meta("date", metadata.date.value.iso());
    meta("description", metadata.description.value);
    std::string subjects;
    for (const std::string& subject : metadata.subjects.value) {
      subjects += (subjects.empty() ? "" : ", ") + subject;
    }
    meta("keywords", subjects);
    if (metadata.url.is_set() && !runs_programs(metadata.url.value)) {
      out_ += "<link rel=\"canonical\" href=\"" + escape_address(metadata.url.value) + "\" />\n";
    }
    out_ += "</head>\n<body>\n";
  }

  void meta(std::string_view name, std::string_view content) {
    if (content.empty()) return;
    out_ += fmt::format("<meta name=\"{}\" content=\"{}\" />\n", name, escape_html(content));
  }

  // HTML wants a title: the first heading, or the file's name, stand in for a missing one.
  std::string title() const {
    if (document_.metadata.title.is_set()) return plain_text(document_.metadata.title.value);
    for (const Block& block : document_.blocks) {
      if (const auto* heading = block.as<Heading>()) return plain_text(heading->inlines);
    }
    return document_.path;
  }

  // A line end, unless the line is empty.
  void line_end() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

  std::string attributes(const Attributes& given) const {
    std::string text;
    if (linked_ids_.count(given.id) != 0) text += attribute("id", given.id);
    std::string classes;
    for (const std::string& name : given.classes) classes += (classes.empty() ? "" : " ") + name;
    return text + attribute("class", classes) + attribute("lang", given.language);
  }

  void blocks(const Blocks& list, bool is_tight = false) {
    for (const Block& block : list) {
      const auto* paragraph = block.as<Paragraph>();
      if (is_tight && paragraph != nullptr) {
        inlines(paragraph->inlines);
        continue;
      }
      std::visit([&](const auto& content) { write_block(content, attributes(block.attributes)); },
                 block.content);
    }
  }

  // <name attributes>, blocks on lines of their own, </name>
  void container(std::string_view name, const std::string& attributes, const Blocks& list) {
    line_end();
    out_ += fmt::format("<{}{}>\n", name, attributes);
    blocks(list);
    line_end();
    out_ += fmt::format("</{}>\n", name);
  }
  void line(std::string_view name, const std::string& attributes, const Inlines& list) {
    line_end();
    out_ += fmt::format("<{}{}>", name, attributes);
    inlines(list);
    out_ += fmt::format("</{}>\n", name);
  }

  void write_block(const Heading& node, const std::string& attributes) {
    line(fmt::format("h{}", std::clamp(node.level, 1, 6)), attributes, node.inlines);
  }
  void write_block(const Paragraph& node, const std::string& attributes) {
    line("p", attributes, node.inlines);
  }
  void write_block(const BlockQuotation& node, const std::string& attributes) {
    line_end();
    out_ += "<blockquote" + attributes + ">\n";
    blocks(node.blocks);
    if (!node.attribution.empty()) line("footer", "", node.attribution);
    line_end();
    out_ += "</blockquote>\n";
  }
  void write_block(const List& node, const std::string& attributes) {
    const bool is_ordered = node.kind == List::Kind::Ordered;
    std::string given = attributes;
    if (is_ordered && node.start != 1) given += fmt::format(" start=\"{}\"", node.start);
    if (is_ordered) given += attribute("type", list_type(node.style));
    line_end();
    out_ += fmt::format("<{}{}>\n", is_ordered ? "ol" : "ul", given);
    for (const ListItem& item : node.items) list_item(item, node.is_tight);
    out_ += is_ordered ? "</ol>\n" : "</ul>\n";
  }
  static std::string_view list_type(List::Style style) {
    switch (style) {
      case List::Style::LowerAlpha:
        return "a";
      case List::Style::UpperAlpha:
        return "A";
      case List::Style::LowerRoman:
        return "i";
      case List::Style::UpperRoman:
        return "I";
      case List::Style::Decimal:
        break;
    }
    return "";
  }
  void list_item(const ListItem& item, bool is_tight) {
    line_end();
    out_ += "<li>";
    if (item.task == ListItem::Task::Open) out_ += "<input type=\"checkbox\" disabled=\"\" /> ";
    if (item.task == ListItem::Task::Done) {
      out_ += "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ";
    }
    if (!is_tight && !item.blocks.empty()) line_end();
    blocks(item.blocks, is_tight);
    out_ += "</li>\n";
  }
  void write_block(const DefinitionList& node, const std::string& attributes) {
    line_end();
    out_ += "<dl" + attributes + ">\n";
    for (const DefinitionItem& item : node.items) {
      line("dt", "", item.term);
      for (const Blocks& definition : item.definitions) container("dd", "", definition);
    }
    out_ += "</dl>\n";
  }
  void write_block(const Verse& node, const std::string& attributes) {
    line_end();
    out_ += "<div" + (attributes.empty() ? " class=\"verse\"" : attributes) + ">\n";
    for (const auto& stanza : node.stanzas) {
      out_ += "<p>";
      for (std::size_t index = 0; index < stanza.size(); ++index) {
        if (index > 0) out_ += "<br />\n";
        for (int step = 0; step < stanza[index].indent; ++step) out_ += "\u2003";
        inlines(stanza[index].inlines);
      }
      out_ += "</p>\n";
    }
    out_ += "</div>\n";
  }
  void write_block(const CodeBlock& node, const std::string& attributes) {
    line_end();
    out_ += "<pre" + attributes + "><code";
    if (!node.language.empty()) out_ += attribute("class", "language-" + node.language);
    out_ += ">" + escape_html(node.text) + "</code></pre>\n";
  }
  void write_block(const Table& node, const std::string& attributes) {
    line_end();
    out_ += "<table" + attributes + ">\n";
    if (!node.caption.empty()) caption("caption", node.caption);
    if (!node.head.empty()) rows("thead", node.head, node);
    if (!node.body.empty()) rows("tbody", node.body, node);
    out_ += "</table>\n";
  }
  void rows(std::string_view name, const std::vector<TableRow>& rows, const Table& table) {
    out_ += fmt::format("<{}>\n", name);
    for (const TableRow& row : rows) {
      out_ += "<tr>\n";
      for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const TableCell& cell = row.cells[column];
        const bool has_column = column < table.columns.size();
        const Alignment alignment = cell.alignment != Alignment::Default || !has_column
                                        ? cell.alignment
                                        : table.columns[column];
        table_cell(cell, alignment, name == "thead" || cell.is_header ? "th" : "td");
      }
      out_ += "</tr>\n";
    }
    out_ += fmt::format("</{}>\n", name);
  }
  void table_cell(const TableCell& cell, Alignment alignment, std::string_view name) {
    std::string attributes;
    if (alignment != Alignment::Default) attributes += attribute("align", name_of(alignment));
    if (cell.row_span != 1) attributes += fmt::format(" rowspan=\"{}\"", cell.row_span);
    if (cell.column_span != 1) attributes += fmt::format(" colspan=\"{}\"", cell.column_span);
    out_ += fmt::format("<{}{}>", name, attributes);
    blocks(cell.blocks, cell.blocks.size() == 1);
    out_ += fmt::format("</{}>\n", name);
  }
  void caption(std::string_view name, const Blocks& list) {
    line_end();
    out_ += fmt::format("<{}>", name);
    blocks(list, list.size() == 1);
    out_ += fmt::format("</{}>\n", name);
  }
  void write_block(const Figure& node, const std::string& attributes) {
    line_end();
    out_ += "<figure" + attributes + ">\n";
    blocks(node.blocks, node.blocks.size() == 1);
    if (!node.caption.empty()) caption("figcaption", node.caption);
    if (!node.credit.empty()) line("p", " class=\"credit\"", node.credit);
    line_end();
    out_ += "</figure>\n";
  }
  void write_block(const ThematicBreak& /*node*/, const std::string& attributes) {
    line_end();
    out_ += "<hr" + attributes + " />\n";
  }
  void write_block(const MathBlock& node, const std::string& attributes) {
    line_end();
    out_ += "<p" + attributes + "><span class=\"math display\">\\[" + escape_html(node.tex) +
            "\\]</span></p>\n";
  }
  void write_block(const Callout& node, const std::string& attributes) {
    const bool is_details = node.kind == "details";
    const std::string_view name = is_details ? "details" : "aside";
    std::string given = attributes;
    if (!is_details && attributes.find(" class=") == std::string::npos) {
      given += attribute("class", node.kind);
    }
    line_end();
    out_ += fmt::format("<{}{}>\n", name, given);
    if (!node.title.empty()) {
      line(is_details ? "summary" : "p", is_details ? "" : " class=\"title\"", node.title);
    }
    blocks(node.blocks);
    line_end();
    out_ += fmt::format("</{}>\n", name);
  }
  void write_block(const Division& node, const std::string& attributes) {
    const bool has_class = attributes.find(" class=") != std::string::npos;
    const bool has_role = node.role != Division::Role::None;
    container("div",
              attributes +
                  (has_role && !has_class ? attribute("class", name_of(node.role)) : std::string()),
              node.blocks);
  }
  void write_block(const Dropped& /*node*/, const std::string& /*attributes*/) {
    // What a reader left out is no part of the article; `outline` lists it.
  }

  void inlines(const Inlines& list) {
    for (const Inline& node : list) {
      std::visit([&](const auto& content) { write_inline(content, attributes(node.attributes)); },
                 node.content);
    }
  }
  void element(std::string_view name, const std::string& attributes, const Inlines& list) {
    out_ += fmt::format("<{}{}>", name, attributes);
    inlines(list);
    out_ += fmt::format("</{}>", name);
  }

  void write_inline(const Text& node, const std::string& attributes) {
    if (attributes.empty()) {
      out_ += escape_html(node.text);
    } else {
      out_ += "<span" + attributes + ">" + escape_html(node.text) + "</span>";
    }
  }
  void write_inline(const SoftBreak& /*node*/, const std::string& /*attributes*/) { out_ += '\n'; }
  void write_inline(const LineBreak& /*node*/, const std::string& /*attributes*/) {
    out_ += "<br />\n";
  }
  void write_inline(const Emphasis& node, const std::string& attributes) {
    element("em", attributes, node.inlines);
  }
  void write_inline(const Strong& node, const std::string& attributes) {
    element("strong", attributes, node.inlines);
  }
  void write_inline(const SmallCapitals& node, const std::string& attributes) {
    element("span", attributes.empty() ? " class=\"small-capitals\"" : attributes, node.inlines);
  }
  void write_inline(const Strike& node, const std::string& attributes) {
    element("del", attributes, node.inlines);
  }
  void write_inline(const Underline& node, const std::string& attributes) {
    element("u", attributes, node.inlines);
  }
  void write_inline(const Superscript& node, const std::string& attributes) {
    element("sup", attributes, node.inlines);
  }
  void write_inline(const Subscript& node, const std::string& attributes) {
    element("sub", attributes, node.inlines);
  }
  void write_inline(const Quotation& node, const std::string& attributes) {
    element("q", attributes, node.inlines);
  }
  void write_inline(const Span& node, const std::string& attributes) {
    if (attributes.empty()) return inlines(node.inlines);
    element("span", attributes, node.inlines);
  }
  void write_inline(const Code& node, const std::string& attributes) {
    out_ += "<code" + attributes + ">" + escape_html(node.text) + "</code>";
  }
  void write_inline(const Math& node, const std::string& /*attributes*/) {
    const bool is_display = node.kind == Math::Kind::Display;
    out_ +=
        fmt::format("<span class=\"math {}\">{}{}{}</span>", name_of(node.kind),
                    is_display ? "\\[" : "\\(", escape_html(node.tex), is_display ? "\\]" : "\\)");
  }
  void write_inline(const Link& node, const std::string& attributes) {
    const std::string url = runs_programs(node.target.url) ? "" : escape_address(node.target.url);
    element("a", " href=\"" + url + "\"" + attribute("title", node.title) + attributes,
            node.inlines);
  }
  void write_inline(const Image& node, const std::string& attributes) {
    const std::string url = runs_programs(node.target) ? "" : escape_address(node.target);
    out_ += "<img src=\"" + url + "\" alt=\"" + escape_html(node.alternative) + "\"" +
            attribute("title", node.title) +
            (node.width.empty() ? "" : attribute("style", "width:" + node.width)) + attributes +
            " />";
  }
  void write_inline(const NoteReference& node, const std::string& /*attributes*/) {
    const auto found = numbers_.find(node.label);
    if (found == numbers_.end()) {
      out_ += escape_html("[^" + node.label + "]");
      return;
    }
    const int mark = ++mark_counts_[node.label];
    const std::string label = escape_address(node.label);
    out_ += fmt::format(
        "<sup class=\"footnote-ref\"><a href=\"#fn-{0}\" id=\"fnref-{0}{1}\" "
        "data-footnote-ref>{2}</a></sup>",
        label, mark == 1 ? "" : fmt::format("-{}", mark), found->second);
  }
  void write_inline(const Citation& node, const std::string& attributes) {
    if (!node.rendered.empty()) return element("cite", attributes, node.rendered);
    std::string keys;
    for (const CitationItem& item : node.items) keys += (keys.empty() ? "@" : "; @") + item.key;
    out_ += "<cite" + attributes + ">[" + escape_html(keys) + "]</cite>";
  }

  void notes() {
    if (document_.notes.empty()) return;
    line_end();
    out_ += "<section class=\"footnotes\" data-footnotes>\n<ol>\n";
    for (const Note* note : notes_in_order(document_, numbers_)) {
      out_ += "<li id=\"fn-" + escape_address(note->label) + "\">\n";
      blocks(note->blocks);
      back_links(*note);
      line_end();
      out_ += "</li>\n";
    }
    out_ += "</ol>\n</section>\n";
  }

  // One for each mark, at the end of the note's last paragraph.
  void back_links(const Note& note) {
    constexpr std::string_view kParagraphEnd = "</p>\n";
    std::string links;
    for (int mark = 1; mark <= mark_counts_[note.label]; ++mark) {
      const std::string number = std::to_string(numbers_.at(note.label));
      const std::string which = mark == 1 ? "" : fmt::format("-{}", mark);
      const std::string shown =
          mark == 1 ? "" : fmt::format("<sup class=\"footnote-ref\">{}</sup>", mark);
      links += fmt::format(
          " <a href=\"#fnref-{0}{1}\" class=\"footnote-backref\" data-footnote-backref "
          "data-footnote-backref-idx=\"{2}{1}\" aria-label=\"Back to reference {2}{1}\">↩{3}</a>",
          escape_address(note.label), which, number, shown);
    }
    const bool ends_with_paragraph =
        out_.size() >= kParagraphEnd.size() &&
        out_.compare(out_.size() - kParagraphEnd.size(), kParagraphEnd.size(), kParagraphEnd) == 0;
    if (ends_with_paragraph && !note.blocks.empty()) {
      out_.insert(out_.size() - kParagraphEnd.size(), links);
    } else if (!links.empty()) {
      out_ += links.substr(1) + "\n";
    }
  }

  const Document& document_;
  std::set<std::string> linked_ids_;
  std::map<std::string, int> numbers_;
  std::map<std::string, int> mark_counts_;  // marks written so far, by label
  std::string out_;
};

}  // namespace

std::string to_html(const Document& document) { return HtmlWriter(document).write(); }

}  // namespace garland
