#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/language_registry.h"
#include "base/uri.h"
#include "book/addresses.h"
#include "document/math.h"
#include "document/text_forms.h"
#include "epub/mathml.h"
#include "epub/tree_writer_element.h"

namespace garland {
namespace {

constexpr std::string_view kEmDash = "—";
constexpr std::string_view kWordJoiner = "\u2060";
constexpr std::string_view kNoBreakSpace = "\u00A0";

bool ends_in_space(const Inline& node) {
  if (const auto* text = node.as<Text>()) {
    return !text->text.empty() && is_ascii_space(text->text.back());
  }
  return is_line_break(node);
}

// HTML's element for what a source marked with one: readers keep its name as a class.
std::string_view element_of(const Attributes& attributes, std::string_view otherwise) {
  constexpr auto kNames = std::to_array<std::string_view>({"kbd", "mark", "samp", "small"});
  for (const std::string& name : attributes.classes) {
    const auto* const found = std::find(kNames.begin(), kNames.end(), name);
    if (found != kNames.end()) return *found;
  }
  return otherwise;
}

// Whether nothing in the link says where it leads.
bool is_nameless(const Link& link) {
  return link.title.empty() && !link.inlines.empty() && !has_name(link.inlines);
}

}  // namespace

TreeWriter::TreeWriter(XhtmlPage& page, const Plan& plan, std::string_view language,
                       NoteMarks* notes, std::string_view place)
    : page_(page),
      xml_(page.xml()),
      plan_(plan),
      notes_(notes),
      page_marks_(page, plan, place),
      language_(language),
      direction_(direction_of_language(language)) {
  for (const PageStart* start : page_marks_.starts()) ids_.insert(page_mark_id(start->label));
}

// An identifier that two nodes share stays with the first: the file must be valid whatever came in.
void TreeWriter::write_id(const std::string& id) {
  if (id.empty() || !ids_.insert(id).second) return;
  xml_.attribute("id", id);
}

void TreeWriter::write_inlines(const Inlines& inlines) {
  const Inline* before = nullptr;
  for (const Inline& node : inlines) {
    follows_word_ = before != nullptr && !ends_in_space(*before);
    write_inline(node);
    before = &node;
  }
}

// Where annex 14 lets a line break, on both sides of an em dash, a word joiner keeps the dash that
// ends a word from beginning a line, and the one that begins a word from ending it.
void TreeWriter::write_words(std::string_view text) {
  std::size_t dash = text.find(kEmDash);
  // There lines may begin with a dash.
  if (dash != text.npos && is_east_asian(language_)) dash = text.npos;
  while (dash != text.npos) {
    const std::size_t end = dash + kEmDash.size();
    const std::string_view before = text.substr(0, dash);
    const bool is_spaced =
        dash > 0 && (is_ascii_space(before.back()) || before.ends_with(kNoBreakSpace));
    const bool ends_word = dash > 0 ? !is_spaced : follows_word_;
    const bool begins_word = !ends_word && end < text.size() && !is_ascii_space(text[end]) &&
                             !text.substr(end).starts_with(kNoBreakSpace);
    page_marks_.write(before);
    if (ends_word) xml_.text(kWordJoiner);
    page_marks_.write(kEmDash);
    if (begins_word) xml_.text(kWordJoiner);
    text.remove_prefix(end);
    follows_word_ = true;
    dash = text.find(kEmDash);
  }
  page_marks_.write(text);
}

void TreeWriter::write_inline(const Inline& node) {
  std::visit([this, &node](const auto& content) { write(content, node); }, node.content);
}

void TreeWriter::write_wrapped(std::string_view name, std::string_view css_class,
                               const Inlines& inlines, const Attributes& attributes) {
  const Element element(*this, name, attributes, css_class);
  write_inlines(inlines);
}

void TreeWriter::write(const Text& node, const Inline& outer) {
  if (outer.attributes.id.empty() && outer.attributes.language.empty()) {
    write_words(node.text);
    return;
  }
  const Element element(*this, "span", outer.attributes);
  write_words(node.text);
}

void TreeWriter::write(const SoftBreak& /*node*/, const Inline& /*outer*/) {
  page_marks_.write("\n");
}

void TreeWriter::write(const LineBreak& /*node*/, const Inline& /*outer*/) {
  page_marks_.count("\n");
  page_.open("br");
  page_.close();
}

void TreeWriter::write(const Emphasis& node, const Inline& outer) {
  write_wrapped("em", "", node.inlines, outer.attributes);
}
void TreeWriter::write(const Strong& node, const Inline& outer) {
  write_wrapped("strong", "", node.inlines, outer.attributes);
}
void TreeWriter::write(const SmallCapitals& node, const Inline& outer) {
  write_wrapped("span", "small-capitals", node.inlines, outer.attributes);
}
void TreeWriter::write(const Strike& node, const Inline& outer) {
  write_wrapped("s", "", node.inlines, outer.attributes);
}
void TreeWriter::write(const Underline& node, const Inline& outer) {
  write_wrapped("u", "", node.inlines, outer.attributes);
}
void TreeWriter::write(const Superscript& node, const Inline& outer) {
  write_wrapped("sup", "", node.inlines, outer.attributes);
}
void TreeWriter::write(const Subscript& node, const Inline& outer) {
  write_wrapped("sub", "", node.inlines, outer.attributes);
}
void TreeWriter::write(const Quotation& node, const Inline& outer) {
  write_wrapped("q", "", node.inlines, outer.attributes);
}
void TreeWriter::write(const Span& node, const Inline& outer) {
  write_wrapped(element_of(outer.attributes, "span"), "", node.inlines, outer.attributes);
}
void TreeWriter::write(const Citation& node, const Inline& outer) {
  write_wrapped("span", "citation", node.rendered, outer.attributes);
}

// Code runs from left to right whatever is around it, unless its author says otherwise.
Attributes TreeWriter::code_attributes(const Attributes& own) const {
  Attributes attributes = own;
  if (direction_of(own, direction_) != Direction::RightToLeft) return attributes;
  attributes.pairs.emplace_back("dir", direction_name(Direction::LeftToRight));
  return attributes;
}

void TreeWriter::write(const Code& node, const Inline& outer) {
  const Attributes attributes = code_attributes(outer.attributes);
  const Element element(*this, element_of(attributes, "code"), attributes);
  page_marks_.write(node.text);
}

void TreeWriter::write(const Math& node, const Inline& outer) {
  page_marks_.pass(node.tex);
  const Element element(*this, "span", outer.attributes, "math");
  write_formula(node.tex, node.kind == Math::Kind::Display);
}

// What is more than document/math knows is shown as it is written.
void TreeWriter::write_formula(const std::string& tex, bool is_display) {
  const Result<MathNode> formula = parse_math(tex);
  if (!formula) {
    facts_.has_raw_tex = true;
    return xml_.element("code", tex);
  }
  facts_.has_mathml = true;
  write_mathml(xml_, *formula, tex, is_display);
}

// The href of a link, or an empty string for a target that leads nowhere.
std::string TreeWriter::href_of(const LinkTarget& target) const {
  if (target.kind == LinkTarget::Kind::External) return ascii_address(safe_address(target.url));
  if (target.kind != LinkTarget::Kind::Internal) return {};
  const std::string_view file = plan_.file_of(target.work);
  if (file.empty()) return {};
  std::string href = page_.root() + std::string(file);
  // Works stand in one folder: from one to another the name alone is enough.
  const std::string way_back = "../" + std::string(kWorkFolder);
  if (href.starts_with(way_back)) href.erase(0, way_back.size());
  return target.anchor.empty() ? href : href + fragment(target.anchor);
}

// A link of a picture that nothing describes is named by where it leads (WCAG 2.4.4).
std::string TreeWriter::name_of(const LinkTarget& target) const {
  if (target.kind == LinkTarget::Kind::External) return readable_address(target.url);
  const auto page = plan_.page_of_work.find(target.work);
  if (page == plan_.page_of_work.end()) return {};
  return title_of(*plan_.pages[page->second].work, plan_.anthology->words);
}

void TreeWriter::write(const Link& node, const Inline& outer) {
  const std::string href = is_in_link_ ? std::string() : href_of(node.target);
  if (href.empty()) {
    write_wrapped("span", "", node.inlines, outer.attributes);
    return;
  }
  is_in_link_ = true;
  {
    Element element(*this, "a", outer.attributes);
    element.attribute("href", href);
    if (!node.title.empty()) element.attribute("title", node.title);
    if (is_nameless(node)) element.attribute("aria-label", name_of(node.target));
    element.name(node.inlines);
    if (node.inlines.empty()) xml_.text(readable_address(node.target.url));
    write_inlines(node.inlines);
  }
  is_in_link_ = false;
  for (NoteMarks::Entry* entry : marks_after_link_) write_note_mark(*entry);
  marks_after_link_.clear();
}

// A mark inside a link waits for the link's end: XHTML allows no link inside a link.
void TreeWriter::write(const NoteReference& node, const Inline& /*outer*/) {
  NoteMarks::Entry* entry = notes_ == nullptr ? nullptr : notes_->find(node.label);
  if (entry == nullptr) return;
  if (is_in_link_) {
    marks_after_link_.push_back(entry);
  } else {
    write_note_mark(*entry);
  }
}

void TreeWriter::write_note_mark(NoteMarks::Entry& entry) {
  page_.open("a", "note-mark");
  write_id(note_mark_id(entry.id, ++entry.written));
  xml_.attribute("epub:type", "noteref");
  xml_.attribute("role", "doc-noteref");
  xml_.attribute("href", fragment(entry.id));
  xml_.text(entry.number);
  page_.close();
}

}  // namespace garland
