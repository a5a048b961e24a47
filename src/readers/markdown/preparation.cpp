#include "readers/markdown/preparation.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/byte_set.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "document/table_grid.h"
#include "readers/markdown/definitions.h"
#include "readers/markdown/display_math.h"
#include "readers/markdown/marks.h"
#include "readers/markdown/scan.h"
#include "readers/markdown/syntax.h"
#include "readers/markup/markup.h"

namespace garland {
namespace {

constexpr std::string_view kMathFence = "~~~~~~~~~~";

// Whether "\(" here opens math: not an escaped bracket of a link's address, not inside a word.
bool may_open_math(std::string_view line, std::size_t at) {
  if (at == 0) return true;
  const char before = line[at - 1];
  return before == ' ' || before == '\t' || before == '>' || before == '"' || before == '*' ||
         before == '_' || (before == '(' && (at < 2 || line[at - 2] != ']'));
}

void append_marked(std::string_view line, std::string& out) {
  std::size_t at = 0;
  bool has_end = true;
  while (at < line.size()) {
    if (line[at] != '\\' || at + 1 >= line.size()) {
      out += line[at++];
      continue;
    }
    if (line[at + 1] == '(' && has_end && may_open_math(line, at)) {
      const std::size_t end = line.find("\\)", at + 2);
      has_end = end != std::string_view::npos;
      if (has_end && looks_like_math(line.substr(at + 2, end - at - 2))) {
        out += kMathBackslash;
        out += line.substr(at + 1, end + 1 - at);
        at = end + 2;
        continue;
      }
    }
    out += line.substr(at, 2);
    at += 2;
  }
}

constexpr std::size_t kMostEntityDigits = 7;

// cmark-gfm goes through all open brackets of a block at each link: no text has this many.
constexpr int kMostOpenBrackets = 500;
// At each link it goes through all signs of emphasis before it in the block: thousands of links.
constexpr std::size_t kMostDelimitersPassed = 50'000'000;

bool is_delimiter_row(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("-:| \t>") == std::string_view::npos;
}

// Whether the lines at the head of the text, up to a blank one, would make a table most of whose
// cells are not there.
bool would_overfill(std::string_view text) {
  std::size_t width = 0;
  std::size_t line_count = 0;
  std::size_t cell_count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++line_count) {
    const std::string_view line = line_at(text, offset);
    if (trim(line).empty()) break;
    const auto cells = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + 1;
    if (is_delimiter_row(line)) width = std::max(width, cells);
    cell_count += cells;
    offset += line.size() + 1;
  }
  return is_mostly_empty(width, line_count, cell_count);
}

// Goes through the text line by line.
class Preparation {
 public:
  Preparation(std::string_view text, std::uint32_t first_line, Diagnostics& diagnostics)
      : text_(text), line_number_(first_line), diagnostics_(diagnostics) {}

  std::string run() {
    out_.reserve(text_.size() + 64);
    has_math_brackets_ = text_.find("\\)") != std::string_view::npos;
    for (std::size_t offset = 0; offset < text_.size(); ++line_number_) {
      const std::string_view written = line_at(text_, offset);
      const std::string_view line = with_note_lowered(written, offset + written.size() + 1);
      begin_line(line, offset);
      const std::size_t begin = out_.size();
      append(line, offset);
      if (!is_definition_) bound_brackets(begin);
      refuse_long_entities(begin);
      if (!is_verbatim_) {
        hide_comments(begin, offset + written.size());
        fence_symbols(out_, begin);
      }
      offset += written.size();
      if (offset < text_.size()) out_ += text_[offset++];
    }
    return std::move(out_);
  }

 private:
  // A note's label alone, with a blank line between it and the note's indented text, changes places
  // with that line: cmark-gfm would end the note at it. `next` is the offset of the line below.
  std::string_view with_note_lowered(std::string_view line, std::size_t next) {
    const bool is_note = line.starts_with("[^") && !is_verbatim_ && is_note_label(line);
    if ((!is_note && note_label_.empty()) || next >= text_.size()) return line;
    const bool is_before_blank = trim(line_at(text_, next)).empty();
    if (!note_label_.empty()) return is_before_blank ? line : std::exchange(note_label_, {});
    if (!is_before_blank || !has_indented_text(next)) return line;
    note_label_ = line;
    return {};
  }

  // "[^1]:" and nothing else.
  static bool is_note_label(std::string_view line) {
    const std::string_view own = trim(line);
    return own.ends_with("]:") && own.find(']') == own.size() - 2 && own.size() > 4;
  }

  // Whether the first line from `offset` on that is not blank is indented as a note's text.
  bool has_indented_text(std::size_t offset) const {
    while (offset < text_.size()) {
      const std::string_view line = line_at(text_, offset);
      if (!trim(line).empty()) return line.starts_with("    ") || line.starts_with('\t');
      offset += line.size() + 1;
    }
    return false;
  }

  void begin_line(std::string_view line, std::size_t offset) {
    may_begin_definition_ = is_after_blank_ || std::exchange(is_definition_, false);
    if (trim(line).empty()) {
      is_after_blank_ = true;
      refuses_tables_ = false;
      open_brackets_ = 0;
      delimiter_count_ = 0;
      delimiters_passed_ = 0;
      is_in_comment_ = false;
      has_no_comment_end_ = false;
    } else if (std::exchange(is_after_blank_, false)) {
      refuses_tables_ = would_overfill(text_.substr(offset));
    }
  }

  void append(std::string_view line, std::size_t offset) {
    const std::string_view prefix = container_prefix(line);
    if (display_end_ != std::string_view::npos) {
      is_verbatim_ = true;
      if (offset != display_end_) {
        out_ += line;
      } else {
        out_.append(prefix).append(kMathFence);
        display_end_ = std::string_view::npos;
      }
    } else if (is_verbatim_ = scanner_.is_verbatim(line); is_verbatim_) {
      append_verbatim(line);
    } else if (begins_display(line.substr(prefix.size()), offset + line.size() + 1)) {
      out_.append(prefix).append(kMathFence).append(kMathLanguage).append(environment_);
    } else if (line.substr(prefix.size()).starts_with('\\') &&
               is_display_line(line.substr(prefix.size()))) {
      out_.append(prefix).append(1, kMathBackslash).append(line.substr(prefix.size() + 1));
    } else if (refuses_tables_ && is_delimiter_row(line)) {
      refuse_table(line);
    } else if (take_definition(line, offset + line.size() + 1)) {
      return;
    } else if (has_math_brackets_) {
      append_marked(line, out_);
    } else {
      out_ += line;
    }
  }

  void append_verbatim(std::string_view line) {
    if (line.starts_with("<textarea")) is_in_field_ = true;
    out_ += line;
    if (is_in_field_ && trim(line).empty()) out_ += kBlankLine;
    if (line.find("</textarea") != line.npos) is_in_field_ = false;
  }

  // Comments among words end where CommonMark 0.31 ends them (6.6), not where cmark-gfm's 0.29
  // does. The line's own text begins at `begin` and is followed by the text's byte at
  // `next_offset`.
  void hide_comments(std::size_t begin, std::size_t next_offset) {
    const std::string_view own = std::string_view(out_).substr(begin);
    if (!is_in_comment_ && own.find("<!--") == own.npos) return;
    const std::size_t end_in_own = own.rfind("-->");
    const std::size_t last_end = end_in_own == own.npos ? 0 : begin + end_in_own;
    for (std::size_t at = begin; at < out_.size();) {
      if (is_in_comment_) {
        const std::size_t end = std::min(out_.find("-->", at), out_.size());
        hide_dashes(at, end);
        is_in_comment_ = end == out_.size();
        at = end + 3;
        continue;
      }
      at = out_.find("<!--", at);
      if (at == std::string::npos) return;
      const std::string_view inside = std::string_view(out_).substr(at + 4);
      if (inside.starts_with('>') || inside.starts_with("->")) {  // a whole comment
        const std::size_t dashes = inside.starts_with('>') ? 2 : 3;
        out_.replace(at, dashes + 3, "<?" + std::string(dashes - 1, kCommentDash) + "?>");
      } else if (last_end >= at + 4 || ends_below(next_offset)) {
        is_in_comment_ = true;
      }
      at += 4;
    }
  }

  // Whether a comment ends on one of the lines below, up to a blank one. `offset` is where the
  // current line ends.
  bool ends_below(std::size_t offset) {
    while (!has_no_comment_end_ && ++offset < text_.size()) {
      const std::string_view line = line_at(text_, offset);
      if (line.empty()) break;
      if (line.find("-->") != line.npos) return true;
      offset += line.size();
    }
    has_no_comment_end_ = true;
    return false;
  }

  // A dash at a line's head may begin a list.
  void hide_dashes(std::size_t begin, std::size_t end) {
    for (std::size_t at = out_.find('-', begin); at < end; at = out_.find('-', at + 1)) {
      const std::size_t before = at == 0 ? out_.npos : out_.find_last_not_of(" \t", at - 1);
      if (before != out_.npos && out_[before] != '\n') out_[at] = kCommentDash;
    }
  }

  // cmark-gfm takes "&#87654321;" for a character that does not exist.
  void refuse_long_entities(std::size_t begin) {
    for (std::size_t at = out_.find("&#", begin); at != std::string::npos;
         at = out_.find("&#", at + 2)) {
      const std::size_t end = out_.find_first_not_of("0123456789", at + 2);
      if (std::min(end, out_.size()) - (at + 2) > kMostEntityDigits) out_[at] = kNoEntity;
    }
  }

  // Gives the list behind a reference's definition to its title. No table may begin with the line,
  // which would make text of it.
  bool take_definition(std::string_view line, std::size_t next_offset) {
    if (!may_begin_definition_) return false;
    const std::string_view prefix = line.substr(0, scanner_.content_offset());
    if (prefix.find_first_not_of(" \t>") != prefix.npos) return false;
    const std::string_view own = line.substr(prefix.size());
    const std::optional<ReferenceDefinition> definition = read_definition(own);
    if (!definition || begins_table_body(next_offset)) return false;
    is_definition_ = true;
    if (definition->list_at == 0) return false;
    out_.append(prefix).append(with_list_in_title(own, *definition));
    return true;
  }

  bool begins_table_body(std::size_t offset) const {
    if (offset >= text_.size()) return false;
    const std::string_view line = line_at(text_, offset);
    return line.find_first_not_of("-:| \t>\r") == line.npos && line.find('-') != line.npos;
  }

  // Takes their meaning from brackets that would cost cmark-gfm time beyond the text's size.
  void bound_brackets(std::size_t begin) {
    static constexpr ByteSet kSigns("[]*_");
    for (std::size_t at = kSigns.first_in(out_, begin); at < out_.size();
         at = kSigns.first_in(out_, at + 1)) {
      if (out_[at] == '*' || out_[at] == '_') {
        ++delimiter_count_;
      } else if (out_[at] == ']') {
        if (open_brackets_ > 0) --open_brackets_;
        delimiters_passed_ += delimiter_count_;
      } else if (open_brackets_ < kMostOpenBrackets && delimiters_passed_ < kMostDelimitersPassed) {
        ++open_brackets_;
      } else {
        refuse_bracket(at);
      }
    }
  }

  void refuse_bracket(std::size_t at) {
    out_[at] = kNoBracket;
    if (std::exchange(has_refused_bracket_, true)) return;
    diagnostics_.warning("too-many-links", SourceRange::at(line_number_, 1),
                         "this paragraph has more brackets than can be read as links",
                         "break it into paragraphs with blank lines");
  }

  bool begins_display(std::string_view own, std::size_t next_offset) {
    if (!own.starts_with('$') && !own.starts_with('\\')) return false;
    const std::optional<DisplayMath> found = display_math_at(text_, own, next_offset);
    if (!found) return false;
    display_end_ = found->end_offset;
    environment_ = found->environment.empty() ? "" : " " + found->environment;
    return true;
  }

  void refuse_table(std::string_view line) {
    const std::size_t mark = out_.size() + line.find('-');
    out_ += line;
    out_[mark] = kNoTable;
    if (std::exchange(has_refused_, true)) return;
    diagnostics_.warning("ragged-table", SourceRange::at(line_number_, 1),
                         "most rows of this table lack most of its columns; it is read as text",
                         "give every row all its cells");
  }

  std::string_view text_;
  std::uint32_t line_number_;
  Diagnostics& diagnostics_;
  std::string out_;
  LineScanner scanner_{ListMarks::Numbers};
  std::size_t display_end_ = std::string_view::npos;  // of the display math being read
  std::string environment_;                           // of it, behind a space
  bool has_math_brackets_ = false;
  bool is_verbatim_ = false;     // the line
  bool is_in_field_ = false;     // a <textarea>
  std::string_view note_label_;  // the line, as long as it waits for the last blank one
  // Of the block being read:
  int open_brackets_ = 0;
  std::size_t delimiter_count_ = 0;
  std::size_t delimiters_passed_ = 0;  // summed over its closing brackets
  bool has_refused_bracket_ = false;
  bool is_in_comment_ = false;
  bool has_no_comment_end_ = false;  // nor any that begins later
  bool is_after_blank_ = true;
  bool is_definition_ = false;  // the line, of a reference
  bool may_begin_definition_ = false;
  bool refuses_tables_ = false;
  bool has_refused_ = false;
};

}  // namespace

std::string prepare_markdown(std::string_view text, std::uint32_t first_line,
                             Diagnostics& diagnostics) {
  return Preparation(text, first_line, diagnostics).run();
}

}  // namespace garland
