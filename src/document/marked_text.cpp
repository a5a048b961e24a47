#include "document/marked_text.h"

#include <string>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kLongestMarked = 4'000;  // longer texts are no titles: marks are not read
constexpr int kDeepestMarks = 8;

bool is_mark(char c) { return c == '*' || c == '_'; }

bool is_word_character(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  const char32_t c = next_code_point(text, offset);
  return is_letter(c) || is_digit(c);
}

// The character before `offset` is part of a word.
bool word_ends_at(std::string_view text, std::size_t offset) {
  if (offset == 0) return false;
  return is_word_character(text, character_begin(text, offset - 1));
}

class MarkedText {
 public:
  MarkedText(std::string_view text, SourceRange range) : text_(text), range_(range) {}

  // Reads text between two offsets; `depth` counts the marks around it.
  Inlines read(std::size_t begin, std::size_t end, int depth) {
    Inlines inlines;
    std::string plain;
    for (std::size_t at = begin; at < end;) {
      if (text_[at] == '\\' && at + 1 < end && (is_mark(text_[at + 1]) || text_[at + 1] == '\\')) {
        plain += text_[at + 1];
        at += 2;
        continue;
      }
      const std::size_t width = depth == kDeepestMarks ? 0 : mark_width(at, end);
      const std::size_t close = width == 0 ? end : closing_mark(at, width, end);
      if (close == end) {
        plain += text_[at++];
        continue;
      }
      flush(plain, inlines);
      Inlines inner = read(at + width, close, depth + 1);
      if (width == 2) {
        inlines.push_back({Strong{std::move(inner)}, {}, range_});
      } else {
        inlines.push_back({Emphasis{std::move(inner)}, {}, range_});
      }
      at = close + width;
    }
    flush(plain, inlines);
    return inlines;
  }

 private:
  void flush(std::string& plain, Inlines& inlines) const {
    for (Inline& node : make_text(plain, range_)) inlines.push_back(std::move(node));
    plain.clear();
  }

  // 1 or 2 for marks that may open here, 0 otherwise.
  std::size_t mark_width(std::size_t at, std::size_t end) const {
    if (!is_mark(text_[at]) || word_ends_at(text_, at)) return 0;
    const std::size_t width = at + 1 < end && text_[at + 1] == text_[at] ? 2 : 1;
    const std::size_t next = at + width;
    return next < end && text_[next] != ' ' && text_[next] != text_[at] ? width : 0;
  }

  std::size_t closing_mark(std::size_t open, std::size_t width, std::size_t end) const {
    for (std::size_t at = open + width + 1; at + width <= end; ++at) {
      if (text_[at] != text_[open] || text_[at - 1] == ' ' || text_[at - 1] == '\\') continue;
      const std::size_t run = text_.find_first_not_of(text_[open], at) == std::string_view::npos
                                  ? end - at
                                  : text_.find_first_not_of(text_[open], at) - at;
      if (run == width && !is_word_character(text_, at + width)) return at;
      at += run - 1;
    }
    return end;
  }

  std::string_view text_;
  SourceRange range_;
};

}  // namespace

Inlines inlines_from_marked_text(std::string_view text, SourceRange range) {
  if (text.size() > kLongestMarked) return make_text(std::string(text), range);
  return MarkedText(text, range).read(0, text.size(), 0);
}

std::string without_title_marks(std::string_view text) {
  return plain_text(inlines_from_marked_text(text));
}

}  // namespace garland
