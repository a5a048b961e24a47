#include "layout/paragraph/opportunities.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/byte_set.h"

namespace garland {
namespace {

// Line-break classes of annex 14 that are judged here: AL and NU, IS, EX, CP, OP, QU.
enum class Class { None, Letter, Point, Exclamation, Close, Open, Quote, Other };

Class ascii_class(char c) {
  if (is_ascii_alphanumeric(c)) return Class::Letter;
  switch (c) {
    case '.':
    case ',':
    case ':':
    case ';':
      return Class::Point;
    case '!':
    case '?':
      return Class::Exclamation;
    case ')':
    case ']':
      return Class::Close;
    case '(':
    case '[':
      return Class::Open;
    case '"':
    case '\'':
      return Class::Quote;
    default:
      return Class::Other;
  }
}

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// The class of the character at `offset`, which is moved past it.
Class next_class(std::string_view text, std::size_t& offset) {
  const char byte = text[offset];
  if ((static_cast<unsigned char>(byte) & 0x80U) == 0) {
    ++offset;
    return ascii_class(byte);
  }
  const char32_t c = next_code_point(text, offset);
  if (is_between(c, 0xC0, 0x24F) || is_between(c, 0x391, 0x3C9) || is_between(c, 0x410, 0x44F)) {
    return Class::Letter;
  }
  const bool is_quote = c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
  return is_quote ? Class::Quote : Class::Other;
}

// Whether two neighbours in one word never have a break between them (rules LB13, 14, 19, 25, 28,
// 29, 30). What is missing here is left to line_breaks.
bool holds_together(Class before, Class after) {
  if (before == Class::Other || after == Class::Other) return false;
  if (before == Class::Exclamation) return after != Class::Letter && after != Class::Open;
  if (before == Class::Close || before == Class::Point) return after != Class::Open;
  return true;
}

// What follows a space: a break, none, or a case for line_breaks.
enum class AfterSpace { Break, None, Ask };

AfterSpace after_space(Class before, Class after) {
  if (before == Class::Other || after == Class::Other) return AfterSpace::Ask;
  if (after == Class::Point) return AfterSpace::Ask;   // ",5" may be a number
  if (before == Class::Open) return AfterSpace::None;  // LB14
  if (before == Class::Quote && after == Class::Open) return AfterSpace::None;  // LB15
  if (after == Class::Letter || after == Class::Quote || after == Class::Open) {
    return AfterSpace::Break;  // LB18
  }
  return AfterSpace::None;  // LB13
}

struct Word {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  Class first = Class::None;
  Class last = Class::None;
  bool is_plain = true;
};

Word next_word(std::string_view text, std::size_t begin) {
  Word word;
  word.begin_offset = begin;
  std::size_t offset = begin;
  while (offset < text.size() && text[offset] != ' ' && text[offset] != '\n') {
    const Class kind = next_class(text, offset);
    if (word.first == Class::None) {
      word.first = kind;
      word.is_plain = kind != Class::Other;
    } else if (word.is_plain) {
      word.is_plain = holds_together(word.last, kind);
    }
    word.last = kind;
  }
  word.end_offset = offset;
  return word;
}

// A line end that is not "\n": VT, FF, CR, NEL, LS or PS.
bool has_other_line_end(std::string_view text) {
  return has_any_of<'\x0B', '\x0C', '\r'>(text) || text.find("\u0085") != text.npos ||
         text.find("\u2028") != text.npos || text.find("\u2029") != text.npos;
}

class Finder {
 public:
  Finder(std::string_view text, std::string_view language) : text_(text), language_(language) {}

  std::vector<BreakOpportunity> find() {
    breaks_.reserve(text_.size() / 6 + 2);
    Word before;
    for (std::size_t offset = 0; offset < text_.size();) {
      offset = std::min(text_.find_first_not_of(' ', offset), text_.size());
      if (offset < text_.size() && text_[offset] == '\n') {
        breaks_.push_back({++offset, true});
        before = Word();
        continue;
      }
      if (offset == text_.size()) break;
      const Word word = next_word(text_, offset);
      const bool is_free = add_before(before, word);
      // Only a word that no break parts from the one before is judged together with it.
      if (!word.is_plain) add_inside(is_free ? word.begin_offset : before.begin_offset, word);
      before = word;
      offset = word.end_offset;
    }
    if (!text_.empty() && (breaks_.empty() || breaks_.back().offset != text_.size())) {
      breaks_.push_back({text_.size(), false});
    }
    return std::move(breaks_);
  }

 private:
  // The break at the spaces between two words; `before` is none at the beginning of a line. False
  // when there is no break between them.
  bool add_before(const Word& before, const Word& word) {
    const bool has_space = word.begin_offset > 0 && text_[word.begin_offset - 1] == ' ';
    if (!has_space) return true;
    AfterSpace verdict =
        after_space(before.first == Class::None ? Class::Letter : before.last, word.first);
    if (verdict == AfterSpace::Ask) verdict = ask(before, word);
    if (verdict == AfterSpace::Break) breaks_.push_back({word.begin_offset, false});
    return verdict == AfterSpace::Break || before.first == Class::None;
  }

  AfterSpace ask(const Word& before, const Word& word) const {
    std::size_t begin = before.begin_offset;
    if (before.first == Class::None) begin = text_.find_last_not_of(' ', word.begin_offset - 1) + 1;
    const std::string_view pair = text_.substr(begin, word.end_offset - begin);
    for (const BreakOpportunity& found : line_breaks(pair, language_)) {
      if (begin + found.offset == word.begin_offset) return AfterSpace::Break;
      if (begin + found.offset > word.begin_offset) break;
    }
    return AfterSpace::None;
  }

  void add_inside(std::size_t context_begin, const Word& word) {
    const std::string_view text = text_.substr(context_begin, word.end_offset - context_begin);
    for (const BreakOpportunity& found : line_breaks(text, language_)) {
      // The text's end counts as a break wherever line_breaks is asked.
      if (found.offset == text.size()) break;
      const std::size_t offset = context_begin + found.offset;
      if (offset > word.begin_offset) breaks_.push_back({offset, found.is_mandatory});
    }
  }

  std::string_view text_;
  std::string_view language_;
  std::vector<BreakOpportunity> breaks_;
};

}  // namespace

std::vector<BreakOpportunity> find_opportunities(std::string_view text, std::string_view language) {
  return has_other_line_end(text) ? line_breaks(text, language) : Finder(text, language).find();
}

}  // namespace garland
