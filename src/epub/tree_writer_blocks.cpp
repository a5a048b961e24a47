#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/unicode.h"
#include "book/callouts.h"
#include "book/opening.h"
#include "document/math.h"
#include "epub/tree_writer_element.h"

namespace garland {
namespace {

// In bytes of TeX: a shorter formula is no wider than a telephone.
constexpr std::size_t kWideFormula = 32;

constexpr int kDeepestHeading = 6;

// How a division's role is said: element, epub:type (EPUB Structural Semantics Vocabulary 1.1) and
// DPUB-ARIA role.
struct DivisionForm {
  Division::Role role;
  std::string_view element;
  std::string_view css_class;
  std::string_view type;
  std::string_view aria;
};
constexpr std::array kDivisionForms = std::to_array<DivisionForm>({
    {Division::Role::None, "div", "", "", ""},
    {Division::Role::Epigraph, "div", "epigraph", "epigraph", "doc-epigraph"},
    {Division::Role::Dedication, "section", "dedication", "dedication", "doc-dedication"},
    {Division::Role::Abstract, "section", "abstract", "abstract", "doc-abstract"},
    {Division::Role::References, "section", "references", "bibliography", "doc-bibliography"},
    {Division::Role::AuthorNote, "section", "author-note", "contributors", ""},
    {Division::Role::Credits, "section", "credits", "credits", "doc-credits"},
});

const DivisionForm& form_of(Division::Role role) {
  const auto* found = std::find_if(kDivisionForms.begin(), kDivisionForms.end(),
                                   [role](const DivisionForm& form) { return form.role == role; });
  return found == kDivisionForms.end() ? kDivisionForms.front() : *found;
}

std::string_view type_attribute(List::Style style) {
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
  return {};
}

// The first word of a code block's language, fit for a class name; empty where there is none.
std::string code_class(std::string_view language) {
  std::string name;
  for (const char c : trim(language)) {
    const bool is_fit = is_ascii_alphanumeric(c) || c == '+' || c == '#' || c == '-' || c == '_';
    if (!is_fit) break;
    name += c;
  }
  return name.empty() ? name : "language-" + name;
}

// A list with other items too keeps its bullets.
bool is_task_list(const List& list) {
  return std::all_of(list.items.begin(), list.items.end(),
                     [](const ListItem& item) { return item.task != ListItem::Task::None; });
}

std::string list_class(const List& list) {
  std::string name = list.is_tight ? "tight" : "loose";
  if (is_task_list(list)) name += " tasks";
  return name;
}

// The heading that a block is, or that a division begins with: the sections before it end there.
const Heading* opening_heading(const Block& block) {
  const auto* division = block.as<Division>();
  if (division == nullptr) return block.as<Heading>();
  return division->blocks.empty() ? nullptr : opening_heading(division->blocks.front());
}

// In a link or emphasis perhaps.
bool begins_with_picture(const Inlines& inlines) {
  if (inlines.empty()) return false;
  const Inlines* children = children_of(inlines.front());
  return children != nullptr ? begins_with_picture(*children)
                             : inlines.front().as<Image>() != nullptr;
}

}  // namespace

void TreeWriter::write_body(const Document& document) {
  opening_ = opening_paragraph(document);
  for (const Block& block : document.blocks) {
    if (const Heading* opening = opening_heading(block)) close_sections(opening->level);
    const auto* heading = block.as<Heading>();
    if (heading == nullptr) {
      write_block(block);
      continue;
    }
    if (!block.attributes.id.empty()) page_marks_.enter(block.attributes.id);
    const int level = level_for(heading->level);
    open_levels_.push_back(heading->level);
    page_.open("section");
    xml_.line_end();
    if (!block.attributes.id.empty() && !ids_.contains(block.attributes.id)) {
      sections_.push_back(
          {level, block.attributes.id, collapse_spaces(readable_text(heading->inlines))});
    }
    write_heading(*heading, block, level);
    follows_heading_ = true;
  }
  close_sections(0);
  page_marks_.finish();
}

// Ends the sections of this level of the source and of deeper ones.
void TreeWriter::close_sections(int source_level) {
  for (; !open_levels_.empty() && open_levels_.back() >= source_level; open_levels_.pop_back()) {
    page_.close();
    xml_.line_end();
  }
}

void TreeWriter::write_blocks(const Blocks& blocks) {
  follows_heading_ = false;
  for (const Block& block : blocks) write_block(block);
}

void TreeWriter::write_block(const Block& block) {
  if (!block.attributes.id.empty()) page_marks_.enter(block.attributes.id);
  std::visit([this, &block](const auto& content) { write(content, block); }, block.content);
  if (block.as<Dropped>() == nullptr) follows_heading_ = block.as<Heading>() != nullptr;
}

// The level in the file of a heading: one below the sections around it, so that no level is skipped
// whatever the source did. Level 1 is the work's title.
int TreeWriter::level_for(int source_level) const {
  const auto deeper = std::count_if(open_levels_.begin(), open_levels_.end(),
                                    [source_level](int open) { return open < source_level; });
  return std::min(kDeepestHeading, 2 + static_cast<int>(deeper));
}

void TreeWriter::write(const Heading& node, const Block& outer) {
  write_heading(node, outer, level_for(node.level));
}

void TreeWriter::write_heading(const Heading& node, const Block& outer, int level) {
  {
    // A header cell may hold no heading (HTML, 4.9.10).
    const std::string name = is_in_header_cell_ ? "p" : "h" + std::to_string(level);
    Element element(*this, name, outer.attributes);
    if (!is_in_header_cell_) element.name(node.inlines);
    write_inlines(node.inlines);
  }
  xml_.line_end();
}

void TreeWriter::write(const Paragraph& node, const Block& outer) {
  std::string_view css_class;
  if (begins_with_picture(node.inlines)) css_class = "flush";
  if (&node == opening_) css_class = opening_class(node);
  write_wrapped("p", css_class, node.inlines, outer.attributes);
  xml_.line_end();
}

// The style sheet may open the text with a drop capital and small capitals: what a theme has of
// these, and a reading system knows, needs no more than the name.
std::string_view TreeWriter::opening_class(const Paragraph& paragraph) const {
  constexpr std::size_t kFewestLetters = 160;  // of a text that is higher than its first letter
  const std::string words = plain_text(paragraph.inlines);
  const bool has_letter =
      count_code_points(words) >= kFewestLetters && opening_letter(words, language_).has_value();
  return has_letter ? "opens capital" : "opens";
}

void TreeWriter::write(const List& node, const Block& outer) {
  if (node.items.empty()) return;
  const bool is_ordered = node.kind == List::Kind::Ordered;
  {
    Element element(*this, is_ordered ? "ol" : "ul", outer.attributes, list_class(node));
    const std::string_view type = type_attribute(node.style);
    if (is_ordered && !type.empty()) element.attribute("type", type);
    if (is_ordered && node.start != 1) element.attribute("start", std::to_string(node.start));
    xml_.line_end();
    for (const ListItem& item : node.items) write_item(item);
  }
  xml_.line_end();
}

// A task's box is a character, not a form: it reads aloud, copies and needs no script.
void TreeWriter::write_item(const ListItem& item) {
  page_.open("li");
  if (item.task != ListItem::Task::None) {
    page_.open("span", "task-box");
    xml_.text(item.task == ListItem::Task::Done ? "☑" : "☐");
    page_.close();
    xml_.text(" ");
  }
  write_blocks(item.blocks);
  page_.close();
  xml_.line_end();
}

void TreeWriter::write(const DefinitionList& node, const Block& outer) {
  if (node.items.empty()) return;
  {
    const Element element(*this, "dl", outer.attributes);
    xml_.line_end();
    for (const DefinitionItem& item : node.items) {
      page_.open("dt");
      write_inlines(item.term);
      page_.close();
      // A term must be followed by a definition (HTML, 4.4.9).
      const std::size_t count = std::max<std::size_t>(item.definitions.size(), 1);
      for (std::size_t i = 0; i < count; ++i) {
        page_.open("dd");
        if (i < item.definitions.size()) write_blocks(item.definitions[i]);
        page_.close();
      }
      xml_.line_end();
    }
  }
  xml_.line_end();
}

// Who said it stands outside of the quoted words (HTML, 4.4.4).
void TreeWriter::write(const BlockQuotation& node, const Block& outer) {
  if (node.attribution.empty()) {
    const Element element(*this, "blockquote", outer.attributes);
    write_blocks(node.blocks);
  } else {
    const Element element(*this, "figure", outer.attributes, "quotation");
    page_.open("blockquote");
    write_blocks(node.blocks);
    page_.close();
    page_.open("figcaption", "quotation-source");
    write_inlines(node.attribution);
    page_.close();
  }
  xml_.line_end();
}

void TreeWriter::write(const Verse& node, const Block& outer) {
  {
    const Element element(*this, "div", outer.attributes, "verse");
    for (const auto& stanza : node.stanzas) write_stanza(stanza);
  }
  xml_.line_end();
}

// Lines are blocks of their own, so that a turned line hangs; the line ends between them are for
// reading systems that drop the style sheet, which hides them.
void TreeWriter::write_stanza(const std::vector<VerseLine>& stanza) {
  constexpr int kDeepestIndent = 8;  // classes in the style sheet
  page_.open("p", "stanza");
  for (std::size_t i = 0; i < stanza.size(); ++i) {
    const VerseLine& line = stanza[i];
    const int indent = std::clamp(line.indent, 0, kDeepestIndent);
    page_.open("span", indent == 0 ? "line" : "line indent-" + std::to_string(indent));
    write_inlines(line.inlines);
    page_.close();
    if (i + 1 == stanza.size()) continue;
    page_.open("br", "line-end");
    page_.close();
  }
  page_.close();
  xml_.line_end();
}

void TreeWriter::write(const CodeBlock& node, const Block& outer) {
  {
    const Attributes attributes = code_attributes(outer.attributes);
    const Element element(*this, "pre", attributes);
    page_.open("code", code_class(node.language));
    std::string_view text = node.text;
    if (text.ends_with('\n')) text.remove_suffix(1);
    page_marks_.write(text);
    page_.close();
  }
  xml_.line_end();
}

void TreeWriter::write(const ThematicBreak& /*node*/, const Block& outer) {
  { const Element element(*this, "hr", outer.attributes); }
  xml_.line_end();
}

// Of the element just opened: what is wider than the screen scrolls in it, by keyboard too (WCAG
// 2.1.1).
void TreeWriter::write_scroll_frame(std::string_view name) {
  xml_.attribute("role", "group");
  xml_.attribute("aria-label", name);
  xml_.attribute("tabindex", "0");
}

void TreeWriter::write(const MathBlock& node, const Block& outer) {
  {
    page_marks_.pass(node.tex);
    const Element element(*this, "div", outer.attributes, "display-math");
    if (node.tex.size() > kWideFormula) write_scroll_frame(plan_.anthology->words["formula"]);
    write_formula(node.tex, true);
  }
  xml_.line_end();
}

void TreeWriter::write(const Callout& node, const Block& outer) {
  {
    Element element(*this, is_in_header_cell_ ? "div" : "aside", outer.attributes, "callout");
    element.semantics("", node.kind == "tip" ? "doc-tip" : "note");
    const Inlines title = callout_title(node, plan_.anthology->words);
    if (!title.empty()) {
      page_.open("p", "callout-title");
      if (node.title.empty() && language_ != plan_.anthology->metadata.language) {
        write_wrapped("span", "", title, in_book_language());
      } else {
        write_inlines(title);
      }
      page_.close();
      xml_.line_end();
    }
    write_blocks(node.blocks);
  }
  xml_.line_end();
}

void TreeWriter::write(const Division& node, const Block& outer) {
  if (node.blocks.empty()) return;
  const DivisionForm& form = form_of(node.role);
  const bool is_headed = follows_heading_ || node.blocks.front().as<Heading>() != nullptr;
  {
    const std::string_view name = is_in_header_cell_ ? "div" : form.element;
    Element element(*this, name, outer.attributes, form.css_class);
    element.semantics(form.type, form.aria);
    xml_.line_end();
    if (node.role == Division::Role::References && !is_headed) write_references_heading();
    write_blocks(node.blocks);
  }
  xml_.line_end();
}

// Of words that the book brings.
Attributes TreeWriter::in_book_language() const {
  Attributes attributes;
  attributes.language = plan_.anthology->metadata.language;
  return attributes;
}

// What a list of references is called that the source gives no heading.
void TreeWriter::write_references_heading() {
  if (is_in_header_cell_) return;
  {
    const Attributes attributes = in_book_language();
    const Element element(*this, "h" + std::to_string(level_for(1)), attributes, "notes-heading");
    page_marks_.write(plan_.anthology->words["references"]);
  }
  xml_.line_end();
}

// Left out of the books, listed in the build report.
void TreeWriter::write(const Dropped& /*node*/, const Block& /*outer*/) {}

}  // namespace garland
