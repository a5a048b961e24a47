#include <cmark-gfm-core-extensions.h>

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>

#include "base/ascii.h"
#include "base/unicode.h"
#include "readers/markdown/display_math.h"
#include "readers/markdown/syntax.h"
#include "readers/markup/attributes.h"

namespace garland {

// What is known of the block whose inlines are being parsed, so that each is scanned once.
struct MarkdownSyntax::InlineMemory {
  MarkdownExtras extras = MarkdownExtras::WithoutCitations;
  cmark_node* block = nullptr;
  int mark_close_offset = -1;  // where the "^" or "~" just opened ends
  struct DoubleSign {
    int close_offset = -1;  // where the pair just opened ends
    bool has_no_end = false;
  };
  DoubleSign equals = {};           // "==words=="
  DoubleSign carets = {};           // "^^words^^"
  int no_math_before = 0;           // no "$" up to there can open what another closes
  bool has_no_display_end = false;  // nor any "$$"

  void enter(cmark_node* next_block) {
    if (block == next_block) return;
    *this = InlineMemory{extras, next_block};
  }
};

namespace {

constexpr int kLongestNoteLabel = 200;
constexpr int kLongestMathMark = 40;  // "\begin{…}"

bool is_white(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0; }

bool is_word_byte(unsigned char c) {
  return c >= 0x80 || is_ascii_alphanumeric(static_cast<char>(c));
}

}  // namespace

// The block's text around the place where cmark-gfm stands; it ends with a NUL.
class InlineCursor {
 public:
  explicit InlineCursor(cmark_inline_parser* parser)
      : parser_(parser), offset_(cmark_inline_parser_get_offset(parser)) {}

  int offset() const { return offset_; }
  unsigned char at(int offset) const {
    return offset < 0 ? 0 : cmark_inline_parser_peek_at(parser_, offset);
  }
  unsigned char ahead(int count) const { return at(offset_ + count); }

  // Whether the character at `offset` has an odd number of backslashes before it.
  bool is_escaped(int offset) const {
    int count = 0;
    while (count < kLongestNoteLabel && at(offset - 1 - count) == '\\') ++count;
    return count % 2 == 1;
  }

  std::string text(int begin, int end) const {
    std::string copy;
    for (int i = begin; i < end; ++i) copy += static_cast<char>(at(i));
    return copy;
  }

  // A node of ours for the text up to `end`, which cmark-gfm is moved to.
  cmark_node* take(cmark_syntax_extension* extension, SyntaxInline::Kind kind,
                   const std::string& text, int end) const {
    // A table's cell takes inlines of cmark-gfm's own kinds alone, so ours are raw HTML to it; the
    // extension tells them apart.
    cmark_node* node = cmark_node_new_with_mem_and_ext(
        CMARK_NODE_HTML_INLINE, cmark_get_default_mem_allocator(), extension);
    std::string content(1, static_cast<char>(kind));
    content += std::to_string(cmark_inline_parser_get_line(parser_));
    content += ':';
    content += std::to_string(cmark_inline_parser_get_column(parser_));
    content += ':';
    content += text;
    cmark_node_set_string_content(node, content.c_str());
    cmark_inline_parser_set_offset(parser_, end);
    return node;
  }

 private:
  cmark_inline_parser* parser_;
  int offset_;
};

// One function for each sign; each gives a node, or null when the sign stands for itself.
struct InlineSyntax {
  using Memory = MarkdownSyntax::InlineMemory;
  using Kind = SyntaxInline::Kind;

  cmark_syntax_extension* extension;
  Memory& memory;
  InlineCursor cursor;

  // "[^label]": the brackets stay for later, cmark-gfm has them on its stack.
  cmark_node* note_mark() const {
    if (cursor.is_escaped(cursor.offset() - 1)) return nullptr;
    int end = cursor.offset() + 1;
    while (end - cursor.offset() < kLongestNoteLabel && !is_white(cursor.at(end)) &&
           cursor.at(end) != '[' && cursor.at(end) != ']') {
      ++end;
    }
    if (cursor.at(end) != ']' || end == cursor.offset() + 1) return nullptr;
    return cursor.take(extension, Kind::NoteMark, cursor.text(cursor.offset() + 1, end), end);
  }

  // The offset of the sign that ends "^…^" or "~…~": no white space between, unless escaped.
  int mark_end(unsigned char sign) const {
    int end = cursor.offset() + 1;
    while (!is_white(cursor.at(end)) && cursor.at(end) != sign) {
      end += cursor.at(end) == '\\' && cursor.at(end + 1) != 0 ? 2 : 1;
    }
    return cursor.at(end) == sign && end > cursor.offset() + 1 ? end : -1;
  }

  cmark_node* close_mark(unsigned char sign) const {
    memory.mark_close_offset = -1;
    return cursor.take(extension, Kind::MarkClose, std::string(1, static_cast<char>(sign)),
                       cursor.offset() + 1);
  }

  cmark_node* open_mark(unsigned char sign) const {
    const int end = mark_end(sign);
    if (end < 0 || memory.mark_close_offset >= cursor.offset()) return nullptr;
    if (sign == '~' && cursor.at(end + 1) == '~') return nullptr;
    memory.mark_close_offset = end;
    return cursor.take(extension, Kind::MarkOpen, std::string(1, static_cast<char>(sign)),
                       cursor.offset() + 1);
  }

  cmark_node* caret() const {
    if (memory.mark_close_offset == cursor.offset()) return close_mark('^');
    if (cmark_node* mark = double_sign('^', memory.carets)) return mark;
    if (cursor.ahead(-1) == '[') {
      if (cmark_node* mark = note_mark()) return mark;
    }
    if (cursor.ahead(1) == '[') {
      return cursor.take(extension, Kind::NoteInPlace, "^", cursor.offset() + 1);
    }
    return open_mark('^');
  }

  // Only after a letter, digit or bracket ("H~2~O"): elsewhere "~x~" is GitHub's strike-through.
  cmark_node* tilde() const {
    if (memory.mark_close_offset == cursor.offset()) return close_mark('~');
    const unsigned char before = cursor.ahead(-1);
    const bool is_attached = is_word_byte(before) || before == ')' || before == ']';
    return is_attached && cursor.ahead(1) != '~' ? open_mark('~') : nullptr;
  }

  // "==words==" and "^^words^^", apart from other words and without space inside the signs.
  cmark_node* double_sign(unsigned char sign, Memory::DoubleSign& pair) const {
    const int offset = cursor.offset();
    const std::string signs(2, static_cast<char>(sign));
    if (pair.close_offset == offset) {
      pair.close_offset = -1;
      return cursor.take(extension, Kind::MarkClose, signs, offset + 2);
    }
    const bool may_open = cursor.ahead(1) == sign && cursor.ahead(2) != sign &&
                          !is_white(cursor.ahead(2)) && !is_word_byte(cursor.ahead(-1)) &&
                          cursor.ahead(-1) != sign && pair.close_offset < offset;
    if (!may_open || pair.has_no_end) return nullptr;
    for (int end = offset + 3; cursor.at(end) != 0; ++end) {
      if (cursor.at(end) != sign || cursor.at(end + 1) != sign) continue;
      const bool closes = cursor.at(end + 2) != sign && !is_word_byte(cursor.at(end + 2)) &&
                          !is_white(cursor.at(end - 1));
      if (!closes) {
        while (cursor.at(end + 1) == sign) ++end;
        continue;
      }
      pair.close_offset = end;
      return cursor.take(extension, Kind::MarkOpen, signs, offset + 2);
    }
    pair.has_no_end = true;
    return nullptr;
  }

  // Pandoc's rules: no space inside the signs, no digit after the last, and no sign behind a space
  // between them: "$5 and $6".
  int math_end() const {
    int end = cursor.offset() + 1;
    for (; cursor.at(end) != 0; ++end) {
      if (cursor.at(end) == '\\' && cursor.at(end + 1) != 0) {
        ++end;
        continue;
      }
      if (cursor.at(end) != '$') continue;
      if (is_white(cursor.at(end - 1))) break;
      const unsigned char after = cursor.at(end + 1);
      if (!is_ascii_digit(static_cast<char>(after))) return end;
    }
    memory.no_math_before = end;
    return -1;
  }

  cmark_node* display_math() const {
    if (memory.has_no_display_end) return nullptr;
    const int begin = cursor.offset() + 2;
    for (int end = begin; cursor.at(end) != 0; ++end) {
      if (cursor.at(end) == '$' && cursor.at(end + 1) == '$' && end > begin) {
        return cursor.take(extension, Kind::DisplayMath, cursor.text(begin, end), end + 2);
      }
    }
    memory.has_no_display_end = true;
    return nullptr;
  }

  cmark_node* dollar() const {
    if (cursor.ahead(1) == '$') return display_math();
    if (cursor.offset() < memory.no_math_before || is_white(cursor.ahead(1))) return nullptr;
    const int end = math_end();
    if (end <= cursor.offset() + 1) return nullptr;
    // GitHub's "$`…`$".
    const int quoted =
        end > cursor.offset() + 3 && cursor.ahead(1) == '`' && cursor.at(end - 1) == '`';
    return cursor.take(extension, Kind::Math,
                       cursor.text(cursor.offset() + 1 + quoted, end - quoted), end + 1);
  }

  // "\(…\)", "\[…\]" or "\begin{…}…\end{…}", whose first backslash the preparation has marked; it
  // has seen to the end's being there.
  cmark_node* bracket_math() const {
    const int begin = cursor.offset();
    const bool is_inline = cursor.ahead(1) == '(';
    const std::string close =
        is_inline ? "\\)" : end_of_display("\\" + cursor.text(begin + 1, begin + kLongestMathMark));
    const auto close_size = static_cast<int>(close.size());
    int end = begin + 2;
    while (cursor.at(end) != 0 && cursor.text(end, end + close_size) != close) ++end;
    if (cursor.at(end) == 0) return nullptr;
    const bool is_environment = close_size > 2;
    const std::string tex = is_environment ? "\\" + cursor.text(begin + 1, end + close_size)
                                           : cursor.text(begin + 2, end);
    return cursor.take(extension, is_inline ? Kind::Math : Kind::DisplayMath, tex,
                       end + close_size);
  }

  // Pandoc's keys: a letter, digit or "_", then these and single punctuation marks inside.
  cmark_node* citation() const {
    if (memory.extras == MarkdownExtras::WithoutCitations) return nullptr;
    if (is_word_byte(cursor.ahead(-1)) || cursor.ahead(-1) == '.') return nullptr;
    const std::string_view inner_marks = ":.#$%&-+?<>~/_";
    int end = cursor.offset() + 1;
    while (is_word_byte(cursor.at(end)) || cursor.at(end) == '_' ||
           (end > cursor.offset() + 1 && cursor.at(end) != 0 &&
            inner_marks.find(static_cast<char>(cursor.at(end))) != std::string_view::npos &&
            (is_word_byte(cursor.at(end + 1)) || cursor.at(end + 1) == '_'))) {
      ++end;
    }
    if (end == cursor.offset() + 1) return nullptr;
    return cursor.take(extension, Kind::Citation, cursor.text(cursor.offset() + 1, end), end);
  }

  // Directly after what it is said of, or as the first line or the last thing of the block.
  cmark_node* attributes() const {
    const unsigned char before = cursor.ahead(-1);
    const bool is_attached = before == ']' || before == ')' || before == '`' || before == '}';
    if (!is_attached && !is_white(before)) return nullptr;
    // A second brace ends the look ahead, so that no byte is looked at twice.
    std::string head(1, '{');
    for (int i = cursor.offset() + 1; cursor.at(i) != 0; ++i) {
      if (cursor.at(i) == '{') break;
      head += static_cast<char>(cursor.at(i));
      if (cursor.at(i) == '}') break;
    }
    const auto length = attribute_list_length(head);
    if (length == 0) return nullptr;
    const int end = cursor.offset() + static_cast<int>(length);
    const bool is_first_line = cursor.offset() == 0 && cursor.at(end) == '\n';
    if (!is_attached && !is_first_line && !is_blank_from(end)) return nullptr;
    return cursor.take(extension, Kind::Attributes, head.substr(0, length), end);
  }

  bool is_blank_from(int offset) const {
    while (cursor.at(offset) != 0 && is_white(cursor.at(offset))) ++offset;
    return cursor.at(offset) == 0;
  }

  static cmark_node* match(cmark_syntax_extension* extension, cmark_parser* /*parser*/,
                           cmark_node* parent, unsigned char sign, cmark_inline_parser* inlines) {
    auto& memory = *static_cast<Memory*>(cmark_syntax_extension_get_private(extension));
    memory.enter(parent);
    const InlineSyntax syntax{extension, memory, InlineCursor(inlines)};
    switch (sign) {
      case '^':
        return syntax.caret();
      case '~':
        return syntax.tilde();
      case '=':
        return syntax.double_sign('=', memory.equals);
      case '$':
        return syntax.dollar();
      case '@':
        return syntax.citation();
      case '{':
        return syntax.attributes();
      case kMathBackslash:
        return syntax.bracket_math();
      default:  // cmark-gfm asks at every stretch of plain text
        return nullptr;
    }
  }
};

namespace {

cmark_syntax_extension* new_inline_syntax(void* memory) {
  cmark_syntax_extension* extension = cmark_syntax_extension_new("garland-inlines");
  cmark_mem* allocator = cmark_get_default_mem_allocator();
  cmark_llist* signs = nullptr;
  // "~" is GitHub's strike-through's: cmark-gfm stops there for it, and asks ours first all the
  // same.
  for (const char sign : {'^', '=', '$', '@', '{', kMathBackslash}) {
    signs = cmark_llist_append(allocator, signs,
                               // The library keeps a sign as a pointer. NOLINTNEXTLINE
                               reinterpret_cast<void*>(static_cast<std::uintptr_t>(sign)));
  }
  cmark_syntax_extension_set_special_inline_chars(extension, signs);
  cmark_syntax_extension_set_match_inline_func(extension, InlineSyntax::match);
  cmark_syntax_extension_set_get_type_string_func(
      extension, [](cmark_syntax_extension*, cmark_node*) { return "garland-inline"; });
  cmark_syntax_extension_set_private(extension, memory, nullptr);
  return extension;
}

}  // namespace

const MarkdownNodeTypes& markdown_node_types() {
  // GitHub's extensions number their nodes from the same counter: all that at once, by one thread.
  static const MarkdownNodeTypes kTypes = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return MarkdownNodeTypes{cmark_syntax_extension_add_node(0), cmark_syntax_extension_add_node(0),
                             cmark_syntax_extension_add_node(0),
                             cmark_syntax_extension_add_node(0)};
  }();
  return kTypes;
}

MarkdownSyntax::MarkdownSyntax(MarkdownExtras extras)
    : memory_(new InlineMemory{extras}),
      blocks_(new_block_syntax()),
      inlines_(new_inline_syntax(memory_)) {
  markdown_node_types();  // before any parser is made
}

MarkdownSyntax::~MarkdownSyntax() {
  cmark_mem* allocator = cmark_get_default_mem_allocator();
  cmark_syntax_extension_free(allocator, blocks_);
  cmark_syntax_extension_free(allocator, inlines_);
  delete memory_;
}

void MarkdownSyntax::attach(cmark_parser* parser) {
  cmark_parser_attach_syntax_extension(parser, blocks_);
  cmark_parser_attach_syntax_extension(parser, inlines_);
}

std::optional<SyntaxInline> syntax_inline_of(cmark_node* node) {
  const bool is_ours = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
                       cmark_node_get_syntax_extension(node) != nullptr;
  if (!is_ours) return std::nullopt;
  const char* content = cmark_node_get_string_content(node);
  SyntaxInline found;
  found.kind = static_cast<SyntaxInline::Kind>(*content);
  char* end = nullptr;
  found.line = static_cast<int>(std::strtol(content + 1, &end, 10));
  found.column = static_cast<int>(std::strtol(end + 1, &end, 10));
  found.text = end + 1;
  return found;
}

}  // namespace garland
