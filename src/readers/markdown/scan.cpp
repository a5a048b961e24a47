#include "readers/markdown/scan.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kMostContainers = 32;  // deeper ones are taken for text
constexpr std::size_t kDeepestIndent = 3;    // columns; beyond it stands indented code
constexpr std::size_t kTabStop = 4;
constexpr std::size_t kNoteWidth = 4;

// HTML blocks of CommonMark's kinds 1 to 5, by what begins and what ends them.
struct HtmlKind {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array<HtmlKind, 7> kHtmlKinds = {{{"<script", "</script>"},
                                                 {"<pre", "</pre>"},
                                                 {"<style", "</style>"},
                                                 {"<textarea", "</textarea>"},
                                                 {"<!--", "-->"},
                                                 {"<?", "?>"},
                                                 {"<![cdata[", "]]>"}}};
constexpr std::size_t kTagKinds = 4;  // whose begin is a tag's name

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == text.npos; }

// Whether a list may count so: "12", "a", "iv", "#", "@", and in brackets "@label".
bool is_list_number(std::string_view name, bool has_bracket) {
  if (name.empty()) return false;
  if (name.find_first_not_of("0123456789") == name.npos) return name.size() <= 9;
  if (name.size() == 1) return is_ascii_letter(name[0]) || name[0] == '#' || name[0] == '@';
  return name.find_first_not_of("ivxlcdm") == name.npos ||
         name.find_first_not_of("IVXLCDM") == name.npos || (has_bracket && name[0] == '@');
}

// Bytes of a bullet, or of a number with its sign: "12." or "12)", pandoc's "(a)", "iv.".
std::size_t list_mark_bytes(std::string_view own) {
  if (own.starts_with('-') || own.starts_with('+') || own.starts_with('*')) return 1;
  const std::size_t begin = own.starts_with('(') ? 1 : 0;
  const std::size_t end = own.find_first_of(".) \t", begin);
  if (end == own.npos || own[end] == ' ' || own[end] == '\t') return 0;
  return is_list_number(own.substr(begin, end - begin), begin == 1) ? end + 1 : 0;
}

// Bytes of "[^label]:".
std::size_t note_mark_bytes(std::string_view own) {
  if (!own.starts_with("[^")) return 0;
  const std::size_t end = own.find_first_of("] \t");
  return end != own.npos && end > 2 && own.substr(end).starts_with("]:") ? end + 2 : 0;
}

}  // namespace

std::string_view container_prefix(std::string_view line) {
  return line.substr(0, std::min(line.find_first_not_of(" \t>"), line.size()));
}

// A place in a line that counts columns: a tab may be passed in part.
struct LineScanner::Cursor {
  std::string_view line;
  std::size_t offset = 0;
  std::size_t column = 0;
  std::size_t spare = 0;  // columns left of the tab before `offset`

  std::string_view rest() const { return line.substr(offset); }

  std::string_view own() const {
    return line.substr(std::min(line.find_first_not_of(" \t", offset), line.size()));
  }

  // Columns of white space from here.
  std::size_t indent() const {
    Cursor ahead = *this;
    while (ahead.offset < line.size() && (line[ahead.offset] == ' ' || line[ahead.offset] == '\t'))
      ahead.step();
    return ahead.column - column + spare;
  }

  void step() {
    column += line[offset] == '\t' ? kTabStop - column % kTabStop : 1;
    ++offset;
  }

  // Passes that many columns; no more than there are of white space, then of bytes.
  void skip(std::size_t columns) {
    const std::size_t from_spare = std::min(spare, columns);
    spare -= from_spare;
    const std::size_t target = column + columns - from_spare;
    while (column < target && offset < line.size()) step();
    if (column > target) spare = column - target;
  }
};

// Moves the cursor past the prefixes of the containers that go on; gives their number.
std::size_t LineScanner::match_containers(Cursor& cursor) const {
  std::size_t matched = 0;
  for (; matched < containers_.size(); ++matched) {
    const std::size_t width = containers_[matched].width;
    if (width > 0) {
      if (is_blank(cursor.rest())) continue;
      if (cursor.indent() < width) break;
      cursor.skip(width);
    } else {
      if (cursor.indent() > kDeepestIndent || !cursor.own().starts_with('>')) break;
      cursor.skip(cursor.indent() + 1);
      if (cursor.indent() > 0) cursor.skip(1);
    }
  }
  return matched;
}

// Bytes of the mark of a list's item or a definition; 0 where there is none. An empty item, or one
// whose number is not 1, begins no list inside a paragraph.
std::size_t LineScanner::item_mark_bytes(std::string_view own, bool is_new_block) const {
  const std::size_t mark = own.starts_with(':') || own.starts_with("~ ") ? 1 : list_mark_bytes(own);
  if (mark == 0 || (mark < own.size() && own[mark] != ' ' && own[mark] != '\t')) return 0;
  const std::string_view number = own.substr(0, mark - 1);
  const bool is_common = number.find_first_not_of("0123456789") == number.npos;
  if (!is_common && marks_ == ListMarks::Numbers) return 0;
  const bool is_one = number.empty() || number == "1" || !is_common;
  return is_new_block || (is_one && !is_blank(own.substr(mark))) ? mark : 0;
}

// Moves the cursor past the marks that begin quotations and items here; false where none does.
bool LineScanner::open_containers(Cursor& cursor, std::size_t matched) {
  bool has_opened = false;
  const bool is_new = !is_in_paragraph_ || matched < containers_.size();
  while (matched < kMostContainers && cursor.indent() <= kDeepestIndent) {
    const std::string_view own = cursor.own();
    const std::size_t indent = cursor.indent();
    Container container;
    if (own.starts_with('>')) {
      cursor.skip(indent + 1);
      if (cursor.indent() > 0) cursor.skip(1);
    } else if (const std::size_t note = note_mark_bytes(own); note > 0) {
      container.width = kNoteWidth;
      cursor.skip(indent + note);
    } else {
      const std::size_t mark = item_mark_bytes(own, is_new || has_opened);
      if (mark == 0) break;
      cursor.skip(indent + mark);
      const std::size_t space = cursor.indent();
      const bool is_narrow = space > kDeepestIndent + 1 || is_blank(cursor.rest());
      container.width = indent + mark + (is_narrow ? 1 : space);
      cursor.skip(is_narrow ? std::min<std::size_t>(space, 1) : space);
    }
    containers_.resize(matched);
    containers_.push_back(container);
    ++matched;
    has_opened = true;
  }
  return has_opened;
}

bool LineScanner::opens_fence(std::string_view own) {
  const std::size_t run = own.empty() ? 0 : std::min(own.find_first_not_of(own[0]), own.size());
  if (run < 3 || (own[0] != '`' && own[0] != '~')) return false;
  if (own[0] == '`' && own.find('`', run) != own.npos) return false;
  verbatim_ = Verbatim::Fence;
  fence_sign_ = own[0];
  fence_length_ = run;
  return true;
}

bool LineScanner::opens_html(std::string_view own) {
  if (!own.starts_with('<')) return false;
  const std::string head = to_lower(own.substr(0, 10));
  for (std::size_t kind = 0; kind < kHtmlKinds.size(); ++kind) {
    const std::string_view begin = kHtmlKinds.at(kind).begin;
    if (!head.starts_with(begin)) continue;
    const char behind = begin.size() < own.size() ? own[begin.size()] : ' ';
    if (kind < kTagKinds && behind != ' ' && behind != '\t' && behind != '>') return false;
    verbatim_ = Verbatim::Html;
    html_kind_ = kind;
    return true;
  }
  return false;
}

bool LineScanner::closes_fence(const Cursor& cursor) const {
  const std::string_view own = cursor.own();
  const std::size_t run = std::min(own.find_first_not_of(fence_sign_), own.size());
  return cursor.indent() <= kDeepestIndent && run >= fence_length_ && is_blank(own.substr(run));
}

// Ends raw HTML, or the code but for its first fence, when the line does.
void LineScanner::continue_verbatim(const Cursor& cursor) {
  const bool ends =
      verbatim_ == Verbatim::Html
          ? to_lower(cursor.rest()).find(kHtmlKinds.at(html_kind_).end) != std::string::npos
          : closes_fence(cursor);
  if (ends) verbatim_ = Verbatim::None;
}

bool LineScanner::open_verbatim(const Cursor& cursor) {
  const std::string_view own = cursor.own();
  if (cursor.indent() > kDeepestIndent) return false;
  if (opens_fence(own)) return true;
  if (!opens_html(own)) return false;
  continue_verbatim(cursor);
  return true;
}

bool LineScanner::is_verbatim(std::string_view line) {
  Cursor cursor{line};
  const std::size_t matched = match_containers(cursor);
  content_offset_ = cursor.offset;
  if (verbatim_ != Verbatim::None) {
    if (matched == containers_.size()) {
      continue_verbatim(cursor);
      return true;
    }
    verbatim_ = Verbatim::None;
    is_in_paragraph_ = false;
  }
  if (is_blank(cursor.rest())) {
    containers_.resize(matched);
    is_in_paragraph_ = false;
    return false;
  }
  const bool has_opened = open_containers(cursor, matched);
  content_offset_ = cursor.offset;
  const bool is_open = open_verbatim(cursor);
  const bool is_lazy = is_in_paragraph_ && !has_opened && !is_open;
  if (!has_opened && !is_lazy) containers_.resize(matched);
  is_in_paragraph_ = !is_open;
  return is_open;
}

}  // namespace garland
