#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "readers/markdown/signs.h"
#include "readers/markdown/syntax.h"
#include "readers/markup/attributes.h"

namespace garland {
namespace {

constexpr int kNoteIndent = 4;

// The rest of the line from its first character that is no space, without the line end.
std::string_view rest_of_line(cmark_parser* parser, const unsigned char* input, int length) {
  const int begin = cmark_parser_get_first_nonspace(parser);
  if (begin >= length) return {};
  std::string_view line(reinterpret_cast<const char*>(input) + begin,
                        static_cast<std::size_t>(length - begin));
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) {
    line.remove_suffix(1);
  }
  return line;
}

// Moves the parser to `count` bytes after the line's first character that is no space.
void step_over(cmark_parser* parser, const unsigned char* input, int count) {
  const int target = cmark_parser_get_first_nonspace(parser) + count;
  cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input),
                              target - cmark_parser_get_offset(parser), 0);
}

cmark_node* add_block(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent,
                      cmark_node_type type, const std::string& content) {
  cmark_node* node =
      cmark_parser_add_child(parser, parent, type, cmark_parser_get_first_nonspace(parser) + 1);
  cmark_node_set_syntax_extension(node, extension);
  cmark_node_set_string_content(node, content.c_str());
  return node;
}

// "note Title" or "note[Title]" (Docusaurus, VitePress) as "note", kFenceTitle, "Title"; empty for
// other words, which are no fence's.
std::string titled_fence(std::string_view words) {
  constexpr std::string_view kKinds =
      " abstract caution danger details error example hint important info note question quote "
      "secondary success tip warning ";
  const std::size_t end = words.find_first_of(" \t[");
  if (end == std::string_view::npos || end == 0) return {};
  const std::string kind(words.substr(0, end));
  if (kKinds.find(" " + kind + " ") == std::string_view::npos) return {};
  std::string_view title = words.substr(end);
  if (title.starts_with('[')) {
    const std::size_t close = title.rfind(']');
    if (close == std::string_view::npos) return {};
    title = title.substr(1, close - 1);
  }
  const std::size_t begin = title.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return kind + kFenceTitle + std::string(title.substr(begin));
}

// "{note} Title" (MyST) as "{note}", kFenceTitle, "Title"; empty for other words.
std::string titled_directive(std::string_view words) {
  const std::size_t close = words.find('}');
  if (!words.starts_with('{') || close == std::string_view::npos) return {};
  const std::string_view name = words.substr(1, close - 1);
  const std::size_t title = words.find_first_not_of(" \t", close + 1);
  if (name.empty() || run_size(name, is_label_byte) != name.size()) return {};
  if (title == std::string_view::npos || words.ends_with('}')) return {};
  return std::string(words.substr(0, close + 1)) + kFenceTitle + std::string(words.substr(title));
}

// ":::caution{title="Words"}" (CommonMark's generic directives) as a list of attributes; empty for
// other words.
std::string fence_with_list(std::string_view words) {
  const std::size_t name = run_size(words, is_label_byte);
  const std::string_view list = words.substr(name);
  if (name == 0 || list.empty() || attribute_list_length(list) != list.size()) return {};
  return "{." + std::string(words.substr(0, name)) + " " + std::string(list.substr(1));
}

// ":::", with a class or an attribute list when it opens a division.
cmark_node* open_fence(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent,
                       const unsigned char* input, std::string_view line) {
  std::size_t colons = line.find_first_not_of(':');
  if (colons == std::string_view::npos) colons = line.size();
  if (colons < 3) return nullptr;
  std::string_view rest = line.substr(colons);
  while (!rest.empty() && rest.back() == ':') rest.remove_suffix(1);
  const std::size_t begin = rest.find_first_not_of(" \t");
  rest = begin == std::string_view::npos ? std::string_view{} : rest.substr(begin);
  std::string titled = fence_with_list(rest);
  if (titled.empty()) titled = titled_fence(rest);
  if (titled.empty()) titled = titled_directive(rest);
  if (!titled.empty()) {
    cmark_node* node = add_block(extension, parser, parent, markdown_node_types().fence, titled);
    step_over(parser, input, static_cast<int>(line.size()));
    return node;
  }
  const bool is_word = rest.find_first_of(" \t") == std::string_view::npos;
  const bool is_list = !rest.empty() && rest.front() == '{' && rest.back() == '}';
  const std::size_t last = rest.find_last_not_of(" \t");
  const bool is_padded_word = last != std::string_view::npos && rest.find_first_of(" \t") > last;
  if (!is_word && !is_list && !is_padded_word) return nullptr;
  cmark_node* node = add_block(extension, parser, parent, markdown_node_types().fence,
                               std::string(rest.substr(0, last + 1)));
  step_over(parser, input, static_cast<int>(line.size()));
  return node;
}

bool can_be_defined(cmark_node* node) {
  if (node == nullptr) return false;
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_PARAGRAPH || type == markdown_node_types().definition ||
         std::string_view(cmark_node_get_type_string(node)) == "table";
}

// "note", or "note inline end"; Python-Markdown's, of which a book takes the kind alone.
bool are_admonition_words(std::string_view words) {
  constexpr std::string_view kPlaces = " inline end left right ";
  bool is_kind = true;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(words.find_first_not_of(' ', end), words.size()));
    const bool is_name = run_size(word, is_label_byte) == word.size();
    if (!is_name || (!is_kind && kPlaces.find(word) == std::string_view::npos)) return false;
    is_kind = false;
  }
  return !is_kind;
}

// "!!! note", "!!! tip "Title"", "??? note" (one that a browser folds).
cmark_node* open_admonition(cmark_syntax_extension* extension, cmark_parser* parser,
                            cmark_node* parent, const unsigned char* input, std::string_view line) {
  if (!line.starts_with("!!!") && !line.starts_with("???")) return nullptr;
  std::string_view words = line.substr(3);
  if (words.starts_with('+')) words.remove_prefix(1);
  if (!words.starts_with(' ')) return nullptr;
  words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
  const std::size_t quote = words.find('"');
  if (quote != std::string_view::npos && (!words.ends_with('"') || quote + 1 == words.size()))
    return nullptr;
  std::string_view kind = words.substr(0, quote);
  kind = kind.substr(0, kind.find_last_not_of(' ') + 1);
  if (!are_admonition_words(kind)) return nullptr;
  cmark_node* node = add_block(extension, parser, parent, markdown_node_types().admonition,
                               std::to_string(kNoteIndent).append(" ").append(words));
  step_over(parser, input, static_cast<int>(line.size()));
  return node;
}

// "=== "Title"" (Python-Markdown's tabs), "===+ …" for the one that is shown first.
cmark_node* open_tab(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent,
                     const unsigned char* input, std::string_view line) {
  std::string_view title = line.substr(3);
  if (title.starts_with('!') || title.starts_with('+')) title.remove_prefix(1);
  const bool is_quoted = title.starts_with(" \"") && title.ends_with('"') &&
                         title.size() > std::string(" \"\"").size();
  if (!is_quoted) return nullptr;
  cmark_node* node =
      add_block(extension, parser, parent, markdown_node_types().admonition,
                std::to_string(kNoteIndent).append(" ").append(kTabKind).append(title));
  step_over(parser, input, static_cast<int>(line.size()));
  return node;
}

// Whether the paragraph above this line has one line, as terms have. By their numbers: a first line
// may be of any length, and be asked about by any number of lines below it.
bool has_one_line(cmark_parser* parser, cmark_node* paragraph) {
  return cmark_parser_get_line_number(parser) - cmark_node_get_start_line(paragraph) == 1;
}

// ": text" or "~ text" below a term, another definition or (for its caption) a table.
cmark_node* open_definition(cmark_syntax_extension* extension, cmark_parser* parser,
                            cmark_node* parent, const unsigned char* input, std::string_view line) {
  const bool has_mark =
      line.size() >= 3 && (line[0] == ':' || line[0] == '~') && (line[1] == ' ' || line[1] == '\t');
  if (!has_mark) return nullptr;
  const bool follows_line = cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH;
  // "~ 5 km" may begin a line of prose.
  if (line[0] == '~' && follows_line && !has_one_line(parser, parent)) return nullptr;
  if (!follows_line && !can_be_defined(cmark_node_last_child(parent))) return nullptr;
  std::size_t width = line.find_first_not_of(" \t", 1);
  if (width == std::string_view::npos) return nullptr;
  if (width > 5) width = 2;
  const int indent = cmark_parser_get_indent(parser);
  cmark_node* node =
      add_block(extension, parser, parent, markdown_node_types().definition,
                line[1] == '\t' ? "4" : std::to_string(static_cast<std::size_t>(indent) + width));
  step_over(parser, input, static_cast<int>(width));
  return node;
}

// "[^label]: text".
cmark_node* open_note(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent,
                      const unsigned char* input, std::string_view line) {
  if (!line.starts_with("[^")) return nullptr;
  const std::size_t end = line.find(']');
  if (end == std::string_view::npos || end == 2 || end + 1 >= line.size() || line[end + 1] != ':') {
    return nullptr;
  }
  const std::string_view label = line.substr(2, end - 2);
  if (label.find_first_of(" \t[") != std::string_view::npos) return nullptr;
  if (cmark_node_get_type(parent) == markdown_node_types().note) return nullptr;
  cmark_node* node = add_block(extension, parser, parent, markdown_node_types().note,
                               std::to_string(kNoteIndent).append(" ").append(label));
  std::size_t text = line.find_first_not_of(" \t", end + 2);
  if (text == std::string_view::npos) text = line.size();
  step_over(parser, input, static_cast<int>(text));
  return node;
}

cmark_node* open_block(cmark_syntax_extension* extension, int indented, cmark_parser* parser,
                       cmark_node* parent, unsigned char* input, int length) {
  if (indented) return nullptr;
  const std::string_view line = rest_of_line(parser, input, length);
  if (line.empty()) return nullptr;
  if (line.front() == '[') return open_note(extension, parser, parent, input, line);
  if (line.starts_with(":::")) return open_fence(extension, parser, parent, input, line);
  if (line[0] == '!' || line[0] == '?')
    return open_admonition(extension, parser, parent, input, line);
  if (line.starts_with("===")) return open_tab(extension, parser, parent, input, line);
  return open_definition(extension, parser, parent, input, line);
}

// Whether the line goes on inside the container: it is indented as far as the text, or blank.
int continue_block(cmark_syntax_extension* /*extension*/, cmark_parser* parser,
                   unsigned char* input, int /*length*/, cmark_node* container) {
  if (cmark_node_get_type(container) == markdown_node_types().fence) return 0;
  const int width = std::atoi(cmark_node_get_string_content(container));
  if (cmark_parser_get_indent(parser) >= width) {
    cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input), width, 1);
    return 1;
  }
  const bool may_begin_later = cmark_node_get_type(container) == markdown_node_types().admonition;
  if (cmark_parser_is_blank(parser) == 0) return 0;
  if (cmark_node_first_child(container) == nullptr && !may_begin_later) return 0;
  step_over(parser, input, 0);
  return 1;
}

int can_contain(cmark_syntax_extension* /*extension*/, cmark_node* node, cmark_node_type child) {
  if (cmark_node_get_type(node) == markdown_node_types().fence) return 0;
  return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK && child != CMARK_NODE_ITEM;
}

const char* type_string(cmark_syntax_extension* /*extension*/, cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == markdown_node_types().fence) return "fence";
  if (type == markdown_node_types().admonition) return "admonition";
  return type == markdown_node_types().note ? "note" : "definition";
}

}  // namespace

cmark_syntax_extension* new_block_syntax() {
  cmark_syntax_extension* extension = cmark_syntax_extension_new("garland-blocks");
  cmark_syntax_extension_set_open_block_func(extension, open_block);
  cmark_syntax_extension_set_match_block_func(extension, continue_block);
  cmark_syntax_extension_set_can_contain_func(extension, can_contain);
  cmark_syntax_extension_set_get_type_string_func(extension, type_string);
  return extension;
}

}  // namespace garland
