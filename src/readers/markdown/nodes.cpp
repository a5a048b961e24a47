#include "readers/markdown/nodes.h"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "readers/html/parse.h"
#include "readers/markdown/definitions.h"
#include "readers/markdown/directives.h"
#include "readers/markdown/marks.h"
#include "readers/markdown/syntax.h"
#include "readers/markdown/table_rows.h"
#include "readers/markdown/tag_place.h"
#include "readers/markdown/tag_tokens.h"
#include "readers/markdown/words.h"
#include "readers/markup/attributes.h"

namespace garland {
namespace {

std::string_view view_of(const char* text) {
  return text == nullptr ? std::string_view{} : std::string_view(text);
}

// The element of a node that has nothing but its children; empty for others.
std::string plain_name(cmark_node_type type) {
  switch (type) {
    case CMARK_NODE_BLOCK_QUOTE:
      return "blockquote";
    case CMARK_NODE_PARAGRAPH:
      return "p";
    case CMARK_NODE_THEMATIC_BREAK:
      return "hr";
    case CMARK_NODE_LINEBREAK:
      return "br";
    case CMARK_NODE_EMPH:
      return "em";
    case CMARK_NODE_STRONG:
      return "strong";
    default:
      return {};
  }
}

void make_text_node(cmark_node* node, Markup& made) {
  made.kind = Markup::Kind::Text;
  made.text = without_marks(view_of(cmark_node_get_literal(node)));
}

// Whether a piece of HTML is one comment.
bool is_comment(std::string_view html) {
  return html.starts_with("<!--") && html.find("-->", 4) == html.size() - 3;
}

void make_raw(cmark_node* node, Markup& made) {
  const std::string_view html = view_of(cmark_node_get_literal(node));
  if (const std::optional<std::size_t> tag = tag_of_html(html)) {
    made.name = kTagElement;
    made.set_attribute(kTagNumber, std::to_string(*tag));
    made.set_attribute(kBlockTag, "1");
    return;
  }
  const std::string written = is_empty_comment(html) ? "<!---->" : without_marks(html);
  if (is_comment(trim(written))) {
    std::optional<Markup> record = record_of_comment(trim(written), made.range);
    made = record ? std::move(*record) : Markup::characters("", made.range);
    return;
  }
  made.kind = Markup::Kind::RawHtml;
  made.text = written;
}

void make_code(cmark_node* node, Markup& made) {
  made.name = "code";
  made.children.push_back(
      Markup::characters(without_marks(view_of(cmark_node_get_literal(node))), made.range));
}

// HTML's prefix of a language among classes, which some write in Markdown too.
constexpr std::string_view kLanguage = "language-";

void make_item(cmark_node* node, Markup& made) {
  made.name = "li";
  if (view_of(cmark_node_get_type_string(node)) != "tasklist") return;
  made.set_attribute("x-task",
                     cmark_gfm_extensions_get_tasklist_item_checked(node) ? "done" : "open");
}

// The lines of display math in the environment that the info string names behind kMathLanguage, if
// it does: see markdown/preparation.h.
std::string in_environment(std::string_view info, const std::string& lines) {
  const std::string name(trim(info.substr(kMathLanguage.size())));
  return name.empty() ? lines : "\\begin{" + name + "}\n" + lines + "\\end{" + name + "}";
}

// "cpp", "cpp {.numbered}", "{.cpp #id}".
void make_code_block(cmark_node* node, Markup& made) {
  made.name = "pre";
  Markup code = Markup::element("code", made.range);
  const std::string info = without_marks(view_of(cmark_node_get_fence_info(node)));
  const std::string_view list =
      std::string_view(info).substr(std::min(info.find('{'), info.size()));
  std::string language = info.substr(0, std::min(info.find_first_of(" \t{"), info.size()));
  if (language.starts_with(kLanguage)) language.erase(0, kLanguage.size());
  if (attribute_list_length(list) != 0) {
    apply_attribute_list(list.substr(0, attribute_list_length(list)), made);
  }
  if (language.empty() && made.attributes.empty() && info.starts_with('{')) {
    made.set_attribute(kFenceInfo, info);
  }
  if (language == "math") language = kMathLanguage;  // GitHub's
  if (language.empty()) {
    const std::string_view classes = made.attribute("class");
    language = classes.substr(0, classes.find(' '));
  }
  if (!language.empty()) code.set_attribute("class", std::string(kLanguage) + language);
  std::string text = without_marks(view_of(cmark_node_get_literal(node)));
  if (info.starts_with(kMathLanguage)) text = in_environment(info, text);
  code.children.push_back(Markup::characters(std::move(text), made.range));
  made.children.push_back(std::move(code));
}

// A tab's words stand under its title; in a book all of them are open.
void make_tab(std::string_view quoted, Markup& made) {
  made.name = "div";
  Markup words = Markup::element("strong", made.range);
  words.children =
      markdown_words(without_marks(trim(quoted.substr(1, quoted.size() - 2))), made.range);
  Markup paragraph = Markup::element("p", made.range);
  paragraph.children.push_back(std::move(words));
  made.children.push_back(std::move(paragraph));
}

// The line of an admonition: "note", "tip "Title"".
void make_admonition(std::string_view line, Markup& made) {
  if (line.starts_with(kTabKind)) return make_tab(trim(line.substr(kTabKind.size())), made);
  made.name = "x-callout";
  made.set_attribute("kind", to_lower(line.substr(0, line.find_first_of(" \""))));
  const std::size_t quote = line.find('"');
  if (quote == std::string_view::npos) return;
  const std::string_view title = trim(line.substr(quote + 1, line.size() - quote - 2));
  if (title.empty()) return;
  Markup summary = Markup::element("summary", made.range);
  summary.children = markdown_words(without_marks(title), made.range);
  made.children.push_back(std::move(summary));
}

void make_link(cmark_node* node, std::string_view name, std::string_view address, Markup& made) {
  made.name = name;
  made.set_attribute(address, without_marks(view_of(cmark_node_get_url(node))));
  // markdown/definitions.h drew the attributes of a reference's definition into its title.
  const std::string_view written = view_of(cmark_node_get_title(node));
  const std::size_t mark = std::min(written.find(kListMark), written.size());
  const std::string_view title = written.substr(0, mark);
  if (!title.empty()) made.set_attribute("title", without_marks(title));
  const std::size_t list = written.find('{', mark);
  if (list != written.npos) apply_attribute_list(without_marks(written.substr(list)), made);
}

}  // namespace

Markup MarkdownNodes::make(cmark_node* node) {
  Markup made = Markup::element(plain_name(cmark_node_get_type(node)), places_.range_of(node));
  if (!made.name.empty()) return made;
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST:
      make_list(node, made);
      break;
    case CMARK_NODE_ITEM:
      make_item(node, made);
      break;
    case CMARK_NODE_CODE_BLOCK:
      make_code_block(node, made);
      break;
    case CMARK_NODE_HTML_BLOCK:
      make_raw(node, made);
      break;
    case CMARK_NODE_HEADING:
      made.name = fmt::format("h{}", cmark_node_get_heading_level(node));
      break;
    case CMARK_NODE_TEXT:
      make_text_node(node, made);
      break;
    case CMARK_NODE_SOFTBREAK:
      made.kind = Markup::Kind::SoftBreak;
      break;
    case CMARK_NODE_CODE:
      make_code(node, made);
      break;
    case CMARK_NODE_HTML_INLINE:
      if (syntax_inline_of(node)) {
        make_syntax_inline(node, made);
      } else {
        make_raw(node, made);
      }
      break;
    case CMARK_NODE_LINK:
      make_link(node, "a", "href", made);
      break;
    case CMARK_NODE_IMAGE:
      make_link(node, "img", "src", made);
      break;
    default:
      make_extension_node(node, made);
      break;
  }
  return made;
}

void MarkdownNodes::make_list(cmark_node* node, Markup& made) const {
  const bool is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  made.name = is_ordered ? "ol" : "ul";
  if (is_ordered) {
    const auto style = styles_.find(static_cast<std::uint32_t>(cmark_node_get_start_line(node)));
    const bool is_ours = style != styles_.end();
    const int start = is_ours ? style->second.start : cmark_node_get_list_start(node);
    made.set_attribute("start", fmt::format("{}", start));
    if (is_ours) made.set_attribute("type", std::string(1, style->second.sign));
  }
  made.set_attribute("x-tight", cmark_node_get_list_tight(node) != 0 ? "1" : "0");
}

void MarkdownNodes::make_extension_node(cmark_node* node, Markup& made) {
  const MarkdownNodeTypes& types = markdown_node_types();
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == types.fence) {
    made.name = "x-fence";
    made.text = without_marks(view_of(cmark_node_get_string_content(node)));
  } else if (type == types.definition) {
    made.name = "x-definition";
  } else if (type == types.admonition) {
    const std::string_view content = view_of(cmark_node_get_string_content(node));
    make_admonition(content.substr(content.find(' ') + 1), made);
  } else if (type == types.note) {
    const std::string_view content = view_of(cmark_node_get_string_content(node));
    made.name = "x-note";
    made.set_attribute("label", without_marks(content.substr(content.find(' ') + 1)));
  } else {
    make_github_node(node, made);
  }
}

void MarkdownNodes::make_syntax_inline(cmark_node* node, Markup& made) {
  using Kind = SyntaxInline::Kind;
  const SyntaxInline found = syntax_inline_of(node).value_or(SyntaxInline{});
  std::string text = without_marks(found.text);
  made.range = places_.place(found.line, found.column);
  switch (found.kind) {
    case Kind::NoteMark:
      made.name = "x-note-mark";
      made.set_attribute("label", std::move(text));
      return;
    case Kind::Math:
    case Kind::DisplayMath:
      made.name = "x-math";
      if (found.kind == Kind::DisplayMath) made.set_attribute("display", "1");
      made.children.push_back(Markup::characters(std::move(text), made.range));
      return;
    case Kind::Citation:
      made.name = "x-citation";
      made.set_attribute("key", std::move(text));
      return;
    case Kind::Attributes:
      made.name = "x-attributes";
      made.text = std::move(text);
      return;
    case Kind::NoteInPlace:
    case Kind::MarkOpen:
    case Kind::MarkClose:
      made.name = "x-mark";
      made.text = std::move(text);
      made.set_attribute("end", std::string(1, static_cast<char>(found.kind)));
  }
}

void MarkdownNodes::make_github_node(cmark_node* node, Markup& made) {
  const std::string_view type = view_of(cmark_node_get_type_string(node));
  if (type == "strikethrough") {
    made.name = "del";
  } else if (type == "table") {
    made.name = "table";
    const uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    columns_.assign(alignments, alignments + cmark_gfm_extensions_get_table_columns(node));
  } else if (type == "table_row" || type == "table_header") {
    made.name = "tr";
    is_header_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    column_ = 0;
    record_surplus_cells(node, made);
  } else if (type == "table_cell") {
    made.name = is_header_ ? "th" : "td";
    const char sign = column_ < columns_.size() ? static_cast<char>(columns_[column_]) : '\0';
    ++column_;
    if (sign != 0)
      made.set_attribute("align", sign == 'l' ? "left" : sign == 'r' ? "right" : "center");
  } else {
    made.name = "span";
  }
}

void MarkdownNodes::record_surplus_cells(cmark_node* row, Markup& made) {
  const int line = cmark_node_get_start_line(row);
  if (line <= 0) return;
  const std::string_view text = places_.line(line);
  const std::string_view surplus = surplus_cells(text, columns_.size());
  if (surplus.empty()) return;
  const auto column = static_cast<int>(surplus.data() - text.data()) + 1;
  const SourceRange place = places_.place(line, column);
  diagnostics_.warning(
      "surplus-cells", place,
      fmt::format("“{}” stands behind the last column of its table and is left out", surplus),
      "give the table's head another column, or write \\| for a bar inside a cell");
  made.children.push_back(
      left_out_record(std::string(surplus), "cells behind the last column of their table", place));
}

}  // namespace garland
