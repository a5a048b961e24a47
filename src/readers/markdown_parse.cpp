#include "readers/markdown_parse.h"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "document/document.h"
#include "readers/markdown_attributes.h"
#include "readers/markdown_definitions.h"
#include "readers/markdown_inlines.h"
#include "readers/markdown_list_marks.h"
#include "readers/markdown_preparation.h"
#include "readers/markdown_table_rows.h"
#include "readers/source_lines.h"

namespace garland {
namespace {

struct CmarkDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};
using Parser = std::unique_ptr<cmark_parser, CmarkDeleter>;
using Tree = std::unique_ptr<cmark_node, CmarkDeleter>;
using Iterator = std::unique_ptr<cmark_iter, CmarkDeleter>;

// cmark-gfm keeps the characters that extensions ask for in two tables that all parsers share
// (inlines.c: SPECIAL_CHARS, SKIP_CHARS). Every parser enters its own before it reads inlines and
// strikes them out after (blocks.c: process_inlines), which would take them from one still at work,
// even where both ask for the same: only one may work at a time.
std::mutex& parser_mutex() {
  static std::mutex mutex;
  return mutex;
}

Tree parse_tree(const std::string& text, MarkdownSyntax& syntax) {
  const std::lock_guard<std::mutex> lock(parser_mutex());
  const Parser parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  syntax.attach(parser.get());
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Tree(cmark_parser_finish(parser.get()));
}

std::string_view view_of(const char* text) {
  return text == nullptr ? std::string_view{} : std::string_view(text);
}

// Turns cmark-gfm's tree to markup, event by event: its depth is not ours to bound.
class TreeReader {
 public:
  // `styles` of lists by line of the text; it must outlive the reader.
  TreeReader(std::string_view text, std::uint32_t first_line, const ListStyles& styles,
             Diagnostics& diagnostics)
      : lines_(text, first_line), styles_(styles), diagnostics_(diagnostics) {
    open_.push_back(Markup::element("body"));
  }

  MarkupList read(cmark_node* root) {
    const Iterator iterator(cmark_iter_new(root));
    for (;;) {
      const cmark_event_type event = cmark_iter_next(iterator.get());
      if (event == CMARK_EVENT_DONE) break;
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (node == root) continue;
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        leave(node);
      }
    }
    return std::move(open_.front().children);
  }

 private:
  static bool is_leaf(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_THEMATIC_BREAK:
      case CMARK_NODE_CODE_BLOCK:
      case CMARK_NODE_TEXT:
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
      case CMARK_NODE_CODE:
      case CMARK_NODE_HTML_INLINE:
        return true;
      default:
        return false;
    }
  }

  // Blocks that hold text or rows rather than other blocks: never dissolved.
  static bool is_nesting_block(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM ||
           type == markdown_node_types().definition || type == markdown_node_types().note;
  }

  static bool is_nesting_inline(cmark_node* node) {
    return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
  }

  void enter(cmark_node* node) {
    Markup made = make(node);
    if (is_leaf(node)) return add(std::move(made));
    int* depth = depth_of(node);
    if (depth != nullptr && ++*depth > kMaxMarkupNesting) return report_depth(made.range);
    if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) paragraph_ = node;
    open_.push_back(std::move(made));
  }

  void leave(cmark_node* node) {
    int* depth = depth_of(node);
    if (depth != nullptr && (*depth)-- > kMaxMarkupNesting) return;
    Markup done = std::move(open_.back());
    open_.pop_back();
    if (done.is("img")) return add_picture(std::move(done));
    add(std::move(done));
  }

  // What stands in a picture's brackets is its alternative text, in plain words; the mark of a note
  // there goes behind the picture.
  void add_picture(Markup&& picture) {
    MarkupList marks;
    std::string words;
    append_alternative(picture.children, words, marks);
    if (!picture.has_attribute("alt")) picture.set_attribute("alt", std::move(words));
    picture.children.clear();
    add(std::move(picture));
    for (Markup& mark : marks) {
      const SourceRange range = mark.range;
      add(Markup::characters("[", range));
      add(std::move(mark));
      add(Markup::characters("]", range));
    }
  }

  static void append_alternative(const MarkupList& nodes, std::string& words, MarkupList& marks) {
    bool is_after_mark = false;
    for (const Markup& node : nodes) {
      if (node.is("x-note-mark") && words.ends_with('[')) {
        words.pop_back();
        marks.push_back(node);
        is_after_mark = true;
        continue;
      }
      if (node.is_text()) {
        words += std::string_view(node.text).substr(is_after_mark && node.text[0] == ']' ? 1 : 0);
      } else if (node.kind == Markup::Kind::SoftBreak || node.is("br")) {
        words += ' ';
      } else if (node.children.empty()) {
        words += written_form(node);
      } else {
        append_alternative(node.children, words, marks);
      }
      is_after_mark = false;
    }
  }

  int* depth_of(cmark_node* node) {
    if (is_nesting_block(node)) return &block_depth_;
    return is_nesting_inline(node) ? &inline_depth_ : nullptr;
  }

  void add(Markup&& node) {
    // An image's alternative text has no place for pictures: theirs stands for them.
    if (node.is("img") && open_.back().is("img")) {
      node = Markup::characters(std::string(node.attribute("alt")), node.range);
    }
    open_.back().children.push_back(std::move(node));
  }

  void report_depth(SourceRange range) {
    if (depth_reported_) return;
    depth_reported_ = true;
    diagnostics_.warning(
        "nested-too-deep", range,
        fmt::format("quotations, lists or emphasis are nested deeper than {} levels",
                    kMaxMarkupNesting),
        "the text is kept, without the deeper levels");
  }

  Markup make(cmark_node* node) {
    Markup made = Markup::element("", range_of(node));
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        made.name = "blockquote";
        break;
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
      case CMARK_NODE_PARAGRAPH:
        made.name = "p";
        break;
      case CMARK_NODE_HEADING:
        made.name = fmt::format("h{}", cmark_node_get_heading_level(node));
        break;
      case CMARK_NODE_THEMATIC_BREAK:
        made.name = "hr";
        break;
      case CMARK_NODE_TEXT:
        make_text_node(node, made);
        break;
      case CMARK_NODE_SOFTBREAK:
        made.kind = Markup::Kind::SoftBreak;
        break;
      case CMARK_NODE_LINEBREAK:
        made.name = "br";
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
      case CMARK_NODE_EMPH:
        made.name = "em";
        break;
      case CMARK_NODE_STRONG:
        made.name = "strong";
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

  static void make_text_node(cmark_node* node, Markup& made) {
    made.kind = Markup::Kind::Text;
    made.text = without_marks(view_of(cmark_node_get_literal(node)));
  }

  static void make_raw(cmark_node* node, Markup& made) {
    made.kind = Markup::Kind::RawHtml;
    made.text = without_marks(view_of(cmark_node_get_literal(node)));
  }

  static void make_code(cmark_node* node, Markup& made) {
    made.name = "code";
    made.children.push_back(
        Markup::characters(without_marks(view_of(cmark_node_get_literal(node))), made.range));
  }

  void make_list(cmark_node* node, Markup& made) const {
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

  static void make_item(cmark_node* node, Markup& made) {
    made.name = "li";
    if (view_of(cmark_node_get_type_string(node)) != "tasklist") return;
    made.set_attribute("x-task",
                       cmark_gfm_extensions_get_tasklist_item_checked(node) ? "done" : "open");
  }

  // "cpp", "cpp {.numbered}", "{.cpp #id}".
  static void make_code_block(cmark_node* node, Markup& made) {
    made.name = "pre";
    Markup code = Markup::element("code", made.range);
    const std::string info = without_marks(view_of(cmark_node_get_fence_info(node)));
    const std::string_view list =
        std::string_view(info).substr(std::min(info.find('{'), info.size()));
    std::string language = info.substr(0, std::min(info.find_first_of(" \t{"), info.size()));
    if (attribute_list_length(list) != 0) {
      apply_attribute_list(list.substr(0, attribute_list_length(list)), made);
    }
    if (language.empty()) {
      const std::string_view classes = made.attribute("class");
      language = classes.substr(0, classes.find(' '));
    }
    if (!language.empty()) code.set_attribute("class", "language-" + language);
    code.children.push_back(
        Markup::characters(without_marks(view_of(cmark_node_get_literal(node))), made.range));
    made.children.push_back(std::move(code));
  }

  static void make_link(cmark_node* node, std::string_view name, std::string_view address,
                        Markup& made) {
    made.name = name;
    made.set_attribute(address, without_marks(view_of(cmark_node_get_url(node))));
    // markdown_definitions.h drew the attributes of a reference's definition into its title.
    const std::string_view written = view_of(cmark_node_get_title(node));
    const std::size_t mark = std::min(written.find(kListMark), written.size());
    const std::string_view title = written.substr(0, mark);
    if (!title.empty()) made.set_attribute("title", without_marks(title));
    const std::size_t list = written.find('{', mark);
    if (list != written.npos) apply_attribute_list(without_marks(written.substr(list)), made);
  }

  void make_extension_node(cmark_node* node, Markup& made) {
    const MarkdownNodeTypes& types = markdown_node_types();
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == types.fence) {
      made.name = "x-fence";
      made.text = without_marks(view_of(cmark_node_get_string_content(node)));
    } else if (type == types.definition) {
      made.name = "x-definition";
    } else if (type == types.note) {
      const std::string_view content = view_of(cmark_node_get_string_content(node));
      made.name = "x-note";
      made.set_attribute("label", without_marks(content.substr(content.find(' ') + 1)));
    } else {
      make_github_node(node, made);
    }
  }

  void make_syntax_inline(cmark_node* node, Markup& made) {
    using Kind = SyntaxInline::Kind;
    const SyntaxInline found = syntax_inline_of(node).value_or(SyntaxInline{});
    std::string text = without_marks(found.text);
    made.range = place(found.line, found.column);
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

  void make_github_node(cmark_node* node, Markup& made) {
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
      report_surplus_cells(node);
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

  void report_surplus_cells(cmark_node* row) {
    const int line = cmark_node_get_start_line(row);
    if (line <= 0) return;
    const std::string_view text = lines_.line(static_cast<std::size_t>(line));
    const std::string_view surplus = surplus_cells(text, columns_.size());
    if (surplus.empty()) return;
    const auto column = static_cast<int>(surplus.data() - text.data()) + 1;
    diagnostics_.warning(
        "surplus-cells", place(line, column),
        fmt::format("“{}” stands behind the last column of its table and is left out", surplus),
        "give the table's head another column, or write \\| for a bar inside a cell");
  }

  // cmark-gfm counts columns in bytes, and on a paragraph's later lines leaves out what stood
  // before their text (white space, quotation marks).
  SourceRange place(int line, int column) {
    if (line <= 0) return {};
    auto byte_column = static_cast<std::size_t>(std::max(column, 1));
    const auto number = static_cast<std::size_t>(line);
    if (paragraph_ != nullptr && line > cmark_node_get_start_line(paragraph_) &&
        line <= cmark_node_get_end_line(paragraph_)) {
      const std::string_view text = lines_.line(number);
      const std::size_t prefix = std::min(text.find_first_not_of(" \t>"), text.size());
      byte_column += prefix + 1;
      byte_column -= std::min(byte_column - 1,
                              static_cast<std::size_t>(cmark_node_get_start_column(paragraph_)));
    }
    return SourceRange::at(lines_.first_line() + static_cast<std::uint32_t>(line) - 1,
                           lines_.column(number, byte_column));
  }

  SourceRange range_of(cmark_node* node) {
    const bool is_inline =
        (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
    if (!is_inline) paragraph_ = nullptr;
    SourceRange range = place(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    const SourceRange end = place(cmark_node_get_end_line(node), cmark_node_get_end_column(node));
    range.end_line = std::max(end.begin_line, range.begin_line);
    range.end_column = end.begin_line >= range.begin_line ? end.begin_column : range.begin_column;
    return range;
  }

  SourceLines lines_;
  const ListStyles& styles_;
  Diagnostics& diagnostics_;
  std::vector<Markup> open_;
  cmark_node* paragraph_ = nullptr;  // whose inlines are being read
  int block_depth_ = 0;
  int inline_depth_ = 0;
  bool depth_reported_ = false;
  bool is_header_ = false;
  std::vector<uint8_t> columns_;
  std::size_t column_ = 0;
};

}  // namespace

MarkupList parse_markdown(std::string_view text, std::uint32_t first_line, MarkdownExtras extras,
                          Diagnostics& diagnostics) {
  MarkdownSyntax syntax(extras);
  ListStyles styles;
  const std::string numbered = with_numbered_lists(text, styles);
  const Tree tree = parse_tree(prepare_markdown(numbered, first_line, diagnostics), syntax);
  return TreeReader(text, first_line, styles, diagnostics).read(tree.get());
}

}  // namespace garland
