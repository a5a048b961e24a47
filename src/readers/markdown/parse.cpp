#include "readers/markdown/parse.h"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "readers/markdown/addresses.h"
#include "readers/markdown/inlines.h"
#include "readers/markdown/list_marks.h"
#include "readers/markdown/nodes.h"
#include "readers/markdown/preparation.h"

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

// Turns cmark-gfm's tree to markup, event by event: its depth is not ours to bound.
class TreeReader {
 public:
  // `styles` of lists by line of the text; it must outlive the reader.
  TreeReader(std::string_view text, std::uint32_t first_line, const ListStyles& styles,
             Diagnostics& diagnostics)
      : nodes_(text, first_line, styles, diagnostics), diagnostics_(diagnostics) {
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
           type == markdown_node_types().definition || type == markdown_node_types().note ||
           type == markdown_node_types().admonition;
  }

  static bool is_nesting_inline(cmark_node* node) {
    return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
  }

  void enter(cmark_node* node) {
    Markup made = nodes_.make(node);
    if (is_leaf(node)) return add(std::move(made));
    int* depth = depth_of(node);
    if (depth != nullptr && ++*depth > kMaxMarkupNesting) return report_depth(made.range);
    open_.push_back(std::move(made));
  }

  void leave(cmark_node* node) {
    int* depth = depth_of(node);
    if (depth != nullptr && (*depth)-- > kMaxMarkupNesting) return;
    Markup done = std::move(open_.back());
    open_.pop_back();
    undo_refused_addresses(done.children);
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
      } else if (node.is_line_break()) {
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

  MarkdownNodes nodes_;
  Diagnostics& diagnostics_;
  std::vector<Markup> open_;
  int block_depth_ = 0;
  int inline_depth_ = 0;
  bool depth_reported_ = false;
};

}  // namespace

MarkupList parse_markdown(std::string_view text, std::uint32_t first_line, MarkdownExtras extras,
                          Diagnostics& diagnostics) {
  MarkdownSyntax syntax(extras);
  ListStyles styles;
  ExampleNumbers examples;
  const std::string numbered = with_numbered_lists(text, styles, examples);
  const Tree tree = parse_tree(prepare_markdown(numbered, first_line, diagnostics), syntax);
  MarkupList blocks = TreeReader(text, first_line, styles, diagnostics).read(tree.get());
  number_examples(blocks, examples);
  return blocks;
}

}  // namespace garland
