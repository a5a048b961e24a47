// The JSON of pandoc-types 1.22 (Text.Pandoc.Definition): an element is {"t": kind, "c": content};
// content of several parts is a list in the order of the constructor's arguments.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "document/dump.h"
#include "document/kind_names.h"
#include "document/pandoc_values.h"
#include "document/text_forms.h"
#include "document/walk.h"

namespace garland {
namespace {

using pandoc::alignment_name;
using pandoc::append;
using pandoc::attributes_of;
using pandoc::class_alone;
using pandoc::element;
using pandoc::list;
using pandoc::no_attributes;
using pandoc::strings_of;
using pandoc::style_name;
using pandoc::text_value;

class PandocWriter {
 public:
  explicit PandocWriter(const Document& document)
      : document_(document), linked_ids_(linked_ids(document)), numbers_(note_numbers(document)) {
    for (const Note& note : document.notes) notes_.emplace(note.label, &note);
  }

  Value write() {
    Value body = blocks(document_.blocks);
    // Notes without a mark have no place in pandoc's tree but the body's end.
    for (const Note& note : document_.notes) {
      if (written_notes_.insert(note.label).second) {
        body.list.push_back(division("unmarked-note", blocks(note.blocks)));
      }
    }
    return Value::make_map({{"pandoc-api-version", list(Value::integer(1), Value::integer(22),
                                                        Value::integer(2), Value::integer(1))},
                            {"meta", metadata()},
                            {"blocks", std::move(body)}});
  }

 private:
  Value metadata() {
    const Metadata& given = document_.metadata;
    Value meta = Value::make_map();
    const auto set_text = [&meta](std::string_view name, const std::string& text) {
      if (!text.empty()) meta.set(std::string(name), element("MetaString", text_value(text)));
    };
    const auto set_inlines = [&](std::string_view name, const Inlines& value) {
      if (!value.empty()) meta.set(std::string(name), element("MetaInlines", inlines(value)));
    };
    set_inlines("title", given.title.value);
    set_inlines("subtitle", given.subtitle.value);
    for (const Role role : {Role::Author, Role::Editor, Role::Translator, Role::Illustrator,
                            Role::Photographer, Role::Contributor}) {
      people(role, meta);
    }
    if (given.date.is_set()) {
      meta.set("date", element("MetaInlines", strings_of(given.date.value.iso())));
    }
    set_text("publication", given.publication.value);
    set_text("url", given.url.value);
    set_text("doi", given.doi.value);
    set_text("rights", given.rights.value);
    set_text("license", given.license.value);
    set_text("description", given.description.value);
    set_text("lang", given.language.value);
    Value subjects = list();
    for (const std::string& subject : given.subjects.value) {
      subjects.list.push_back(element("MetaInlines", strings_of(subject)));
    }
    if (!subjects.list.empty()) meta.set("keywords", element("MetaList", std::move(subjects)));
    return meta;
  }

  void people(Role role, Value& meta) const {
    Value names = list();
    for (const Contributor& person : document_.metadata.contributors.value) {
      if (person.role == role)
        names.list.push_back(element("MetaInlines", strings_of(person.name)));
    }
    if (names.list.empty()) return;
    meta.set(std::string(name_of(role)), element("MetaList", std::move(names)));
  }

  // Identifiers that no link leads to are left out; they would wrap every paragraph in a Div.
  Attributes kept(const Attributes& given) const {
    Attributes attributes = given;
    if (linked_ids_.count(given.id) == 0) attributes.id.clear();
    return attributes;
  }
  Value attributes(const Attributes& given) const {
    std::vector<std::pair<std::string, std::string>> pairs = given.pairs;
    if (!given.language.empty()) pairs.emplace_back("lang", given.language);
    return attributes_of(given.id, given.classes, pairs);
  }

  Value division(std::string_view name, Value content) const {
    return element("Div", list(class_alone(name), std::move(content)));
  }

  Value blocks(const Blocks& given, bool is_tight = false) {
    Value made = list();
    for (const Block& block : given) {
      std::visit(
          [&](const auto& content) { write(content, kept(block.attributes), is_tight, made); },
          block.content);
    }
    return made;
  }

  // Adds an element that has no attributes of its own, inside a Div where some are needed.
  void add_block(Value made, const Attributes& given, Value& out) const {
    if (given.empty()) {
      out.list.push_back(std::move(made));
    } else {
      out.list.push_back(element("Div", list(attributes(given), list(std::move(made)))));
    }
  }

  void write(const Heading& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    out.list.push_back(element("Header", list(Value::integer(std::clamp(node.level, 1, 6)),
                                              attributes(given), inlines(node.inlines))));
  }
  void write(const Paragraph& node, const Attributes& given, bool is_tight, Value& out) {
    add_block(element(is_tight ? "Plain" : "Para", inlines(node.inlines)), given, out);
  }
  void write(const List& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Value items = list();
    for (const ListItem& item : node.items) items.list.push_back(list_item(item, node.is_tight));
    if (node.kind == List::Kind::Bullet) {
      return add_block(element("BulletList", std::move(items)), given, out);
    }
    Value numbering =
        list(Value::integer(node.start), element(style_name(node.style)), element("Period"));
    add_block(element("OrderedList", list(std::move(numbering), std::move(items))), given, out);
  }
  // pandoc shows a task's state by a box before its first words.
  Value list_item(const ListItem& item, bool is_tight) {
    Value made = blocks(item.blocks, is_tight);
    if (item.task == ListItem::Task::None) return made;
    Value box = strings_of(item.task == ListItem::Task::Done ? "☒ " : "☐ ");
    Value* first = made.list.empty() ? nullptr : &made.list.front();
    const bool is_words = first != nullptr && (first->find("t")->scalar == "Plain" ||
                                               first->find("t")->scalar == "Para");
    if (!is_words) {
      made.list.insert(made.list.begin(), element("Plain", std::move(box)));
      return made;
    }
    append(box, *first->find("c"));
    first->set("c", std::move(box));
    return made;
  }
  void write(const DefinitionList& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Value items = list();
    for (const DefinitionItem& item : node.items) {
      Value definitions = list();
      for (const Blocks& one : item.definitions) definitions.list.push_back(blocks(one));
      items.list.push_back(list(inlines(item.term), std::move(definitions)));
    }
    add_block(element("DefinitionList", std::move(items)), given, out);
  }
  void write(const BlockQuotation& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Value inner = blocks(node.blocks);
    if (!node.attribution.empty()) {
      inner.list.push_back(
          division("attribution", list(element("Para", inlines(node.attribution)))));
    }
    add_block(element("BlockQuote", std::move(inner)), given, out);
  }
  // Stanzas are parted by an empty line, indents are no-break spaces, as pandoc reads them itself.
  void write(const Verse& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Value lines = list();
    for (const auto& stanza : node.stanzas) {
      if (!lines.list.empty()) lines.list.push_back(list());
      for (const VerseLine& line : stanza) {
        std::string indent;
        for (int step = 0; step < line.indent; ++step) indent += "\u00A0\u00A0";
        Value made = strings_of(indent);
        append(made, inlines(line.inlines));
        lines.list.push_back(std::move(made));
      }
    }
    add_block(element("LineBlock", std::move(lines)), given, out);
  }
  void write(const CodeBlock& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Attributes own = given;
    if (!node.language.empty()) own.classes.insert(own.classes.begin(), node.language);
    std::string_view text = node.text;
    if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    out.list.push_back(element("CodeBlock", list(attributes(own), text_value(text))));
  }
  void write(const Table& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Value columns = list();
    for (const Alignment column : node.columns) {
      columns.list.push_back(list(element(alignment_name(column)), element("ColWidthDefault")));
    }
    Value body = list(no_attributes(), Value::integer(0), list(), rows(node.body));
    out.list.push_back(
        element("Table", list(attributes(given), list(Value(), blocks(node.caption)),
                              std::move(columns), list(no_attributes(), rows(node.head)),
                              list(std::move(body)), list(no_attributes(), list()))));
  }
  Value rows(const std::vector<TableRow>& given) {
    Value made = list();
    for (const TableRow& row : given) {
      Value cells = list();
      for (const TableCell& cell : row.cells) {
        cells.list.push_back(list(no_attributes(), element(alignment_name(cell.alignment)),
                                  Value::integer(cell.row_span), Value::integer(cell.column_span),
                                  blocks(cell.blocks, cell.blocks.size() == 1)));
      }
      made.list.push_back(list(no_attributes(), std::move(cells)));
    }
    return made;
  }
  void write(const Figure& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    if (write_implicit_figure(node, given, out)) return;
    Value inner = blocks(node.blocks);
    if (!node.caption.empty()) {
      inner.list.push_back(division("caption", blocks(node.caption)));
    }
    if (!node.credit.empty()) {
      inner.list.push_back(division("credit", list(element("Para", inlines(node.credit)))));
    }
    Attributes own = given;
    own.classes.insert(own.classes.begin(), "figure");
    out.list.push_back(element("Div", list(attributes(own), std::move(inner))));
  }
  // One picture with a one-paragraph caption is pandoc's own figure: a paragraph of an image whose
  // title begins with "fig:".
  bool write_implicit_figure(const Figure& node, const Attributes& given, Value& out) {
    const auto* paragraph = node.blocks.size() == 1 ? node.blocks.front().as<Paragraph>() : nullptr;
    const auto* image = paragraph != nullptr && paragraph->inlines.size() == 1
                            ? paragraph->inlines.front().as<Image>()
                            : nullptr;
    const auto* caption = node.caption.size() == 1 ? node.caption.front().as<Paragraph>() : nullptr;
    if (image == nullptr || caption == nullptr || !node.credit.empty()) return false;
    Attributes own = given;
    if (!image->alternative.empty()) own.pairs.emplace_back("alt", image->alternative);
    if (!image->width.empty()) own.pairs.emplace_back("width", image->width);
    out.list.push_back(
        element("Para", list(element("Image", list(attributes(own), inlines(caption->inlines),
                                                   list(text_value(image->target),
                                                        text_value("fig:" + image->title)))))));
    return true;
  }
  void write(const ThematicBreak& /*node*/, const Attributes& given, bool /*is_tight*/,
             Value& out) {
    add_block(element("HorizontalRule"), given, out);
  }
  void write(const MathBlock& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Value math = element("Math", list(element("DisplayMath"), text_value(node.tex)));
    add_block(element("Para", list(std::move(math))), given, out);
  }
  void write(const Callout& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Attributes own = given;
    own.classes.insert(own.classes.begin(), node.kind);
    Value inner = list();
    if (!node.title.empty()) {
      inner.list.push_back(division("title", list(element("Para", inlines(node.title)))));
    }
    append(inner, blocks(node.blocks));
    out.list.push_back(element("Div", list(attributes(own), std::move(inner))));
  }
  void write(const Division& node, const Attributes& given, bool /*is_tight*/, Value& out) {
    Attributes own = given;
    if (node.role != Division::Role::None) {
      own.classes.insert(own.classes.begin(), std::string(name_of(node.role)));
    }
    out.list.push_back(element("Div", list(attributes(own), blocks(node.blocks))));
  }
  // Raw text of a format that no writer knows: kept in the tree, printed nowhere.
  void write(const Dropped& node, const Attributes& /*given*/, bool /*is_tight*/, Value& out) {
    Value raw = element("RawBlock", list(text_value("dropped"), text_value(node.text)));
    out.list.push_back(element(
        "Div",
        list(attributes_of("", {"dropped"}, {{"reason", node.reason}}), list(std::move(raw)))));
  }

  Value inlines(const Inlines& given) {
    Value made = list();
    for (const Inline& node : given) {
      std::visit([&](const auto& content) { write(content, kept(node.attributes), made); },
                 node.content);
    }
    return made;
  }

  // Adds an element that has no attributes of its own, inside a Span where some are needed.
  void add_inline(Value made, const Attributes& given, Value& out) const {
    if (given.empty()) {
      out.list.push_back(std::move(made));
    } else {
      out.list.push_back(element("Span", list(attributes(given), list(std::move(made)))));
    }
  }
  void add_group(std::string_view kind, const Inlines& inner, const Attributes& given, Value& out) {
    add_inline(element(kind, inlines(inner)), given, out);
  }

  void write(const Text& node, const Attributes& given, Value& out) {
    if (given.empty()) return append(out, strings_of(node.text));
    out.list.push_back(element("Span", list(attributes(given), strings_of(node.text))));
  }
  void write(const SoftBreak& /*node*/, const Attributes& /*given*/, Value& out) {
    out.list.push_back(element("SoftBreak"));
  }
  void write(const LineBreak& /*node*/, const Attributes& /*given*/, Value& out) {
    out.list.push_back(element("LineBreak"));
  }
  void write(const Emphasis& node, const Attributes& given, Value& out) {
    add_group("Emph", node.inlines, given, out);
  }
  void write(const Strong& node, const Attributes& given, Value& out) {
    add_group("Strong", node.inlines, given, out);
  }
  void write(const SmallCapitals& node, const Attributes& given, Value& out) {
    add_group("SmallCaps", node.inlines, given, out);
  }
  void write(const Strike& node, const Attributes& given, Value& out) {
    add_group("Strikeout", node.inlines, given, out);
  }
  void write(const Underline& node, const Attributes& given, Value& out) {
    add_group("Underline", node.inlines, given, out);
  }
  void write(const Superscript& node, const Attributes& given, Value& out) {
    add_group("Superscript", node.inlines, given, out);
  }
  void write(const Subscript& node, const Attributes& given, Value& out) {
    add_group("Subscript", node.inlines, given, out);
  }
  void write(const Quotation& node, const Attributes& given, Value& out) {
    add_inline(element("Quoted", list(element("DoubleQuote"), inlines(node.inlines))), given, out);
  }
  void write(const Code& node, const Attributes& given, Value& out) {
    out.list.push_back(element("Code", list(attributes(given), text_value(node.text))));
  }
  void write(const Math& node, const Attributes& given, Value& out) {
    const std::string_view kind = node.kind == Math::Kind::Display ? "DisplayMath" : "InlineMath";
    add_inline(element("Math", list(element(kind), text_value(node.tex))), given, out);
  }
  void write(const Link& node, const Attributes& given, Value& out) {
    out.list.push_back(
        element("Link", list(attributes(given), inlines(node.inlines),
                             list(text_value(node.target.url), text_value(node.title)))));
  }
  void write(const Image& node, const Attributes& given, Value& out) {
    Attributes own = given;
    if (!node.width.empty()) own.pairs.emplace_back("width", node.width);
    out.list.push_back(
        element("Image", list(attributes(own), strings_of(node.alternative),
                              list(text_value(node.target), text_value(node.title)))));
  }
  // pandoc keeps a note's text in its mark. A second mark of a note shows its number, so that no
  // text stands twice and notes that mark each other come to an end.
  void write(const NoteReference& node, const Attributes& given, Value& out) {
    const auto note = notes_.find(node.label);
    if (note == notes_.end()) return append(out, strings_of("[^" + node.label + "]"));
    if (written_notes_.insert(node.label).second) {
      return add_inline(element("Note", blocks(note->second->blocks)), given, out);
    }
    Value number = strings_of(std::to_string(numbers_.at(node.label)));
    add_inline(element("Superscript", std::move(number)), given, out);
  }
  void write(const Citation& node, const Attributes& given, Value& out) {
    Value citations = list();
    for (const CitationItem& item : node.items) {
      const bool is_narrative = node.form == Citation::Form::Narrative;
      const std::string_view mode = item.suppress_author ? "SuppressAuthor"
                                    : is_narrative       ? "AuthorInText"
                                                         : "NormalCitation";
      citations.list.push_back(Value::make_map({{"citationId", text_value(item.key)},
                                                {"citationPrefix", strings_of(item.prefix)},
                                                {"citationSuffix", strings_of(item.locator)},
                                                {"citationMode", element(mode)},
                                                {"citationNoteNum", Value::integer(0)},
                                                {"citationHash", Value::integer(0)}}));
    }
    add_inline(element("Cite", list(std::move(citations), inlines(node.rendered))), given, out);
  }
  void write(const Span& node, const Attributes& given, Value& out) {
    out.list.push_back(element("Span", list(attributes(given), inlines(node.inlines))));
  }

  const Document& document_;
  std::set<std::string> linked_ids_;
  std::map<std::string, int> numbers_;
  std::map<std::string, const Note*> notes_;
  std::set<std::string> written_notes_;
};

}  // namespace

Value to_pandoc_json(const Document& document) { return PandocWriter(document).write(); }

}  // namespace garland
