#include "readers/plain_text_inlines.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/unicode.h"

namespace garland::plain {

namespace {

// The place in the source of ascending offsets into a piece's text.
class PlaceFinder {
 public:
  PlaceFinder(const Piece& piece, const std::vector<TextLine>& lines)
      : piece_(piece), lines_(lines), column_(lines[piece.first_line].begin_column) {}

  // Line and column of the character at `offset`.
  std::pair<std::uint32_t, std::uint32_t> place(std::size_t offset) {
    while (line_ < piece_.line_offsets.size() && piece_.line_offsets[line_] <= offset) {
      at_ = piece_.line_offsets[line_++];
      column_ = current_line().begin_column;
    }
    while (at_ < offset && at_ < piece_.text.size()) {
      next_code_point(piece_.text, at_);
      ++column_;
    }
    return {current_line().number, column_};
  }

 private:
  const TextLine& current_line() const { return lines_[piece_.first_line + line_]; }

  const Piece& piece_;
  const std::vector<TextLine>& lines_;
  std::size_t line_ = 0;  // how many line ends lie before `at_`
  std::size_t at_ = 0;
  std::uint32_t column_;
};

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool ends_address(char32_t c) {
  return is_space(c) || c == U'<' || c == U'>' || c == U'"' || c == 0x201C || c == 0x201D ||
         c == 0xAB || c == 0xBB || c == 0x3002 || c == 0x300D;
}

// An address ends before punctuation of the sentence around it; a closing bracket belongs to it
// when it was opened in it.
std::string_view trim_address(std::string_view address) {
  std::size_t open = static_cast<std::size_t>(std::count(address.begin(), address.end(), '('));
  std::size_t close = static_cast<std::size_t>(std::count(address.begin(), address.end(), ')'));
  while (!address.empty()) {
    const char last = address.back();
    if (last == ')') {
      if (close <= open) break;
      --close;
    } else if (std::string_view(".,;:!?'*_]}").find(last) == std::string_view::npos) {
      break;
    }
    address.remove_suffix(1);
  }
  // A typographic apostrophe or ellipsis at the end: three bytes beginning with E2 80.
  if (address.size() > 3 && address.substr(address.size() - 3, 2) == "\xE2\x80") {
    address.remove_suffix(3);
  }
  return address;
}

// Where bare addresses stand in a text; `next` must be called with ascending offsets.
class AddressFinder {
 public:
  explicit AddressFinder(std::string_view text) : text_(text) {}

  // The first address that begins at or after `from`; empty when there is none.
  std::string_view next(std::size_t from) {
    while (true) {
      http_ = find("http", http_, from);
      www_ = find("www.", www_, from);
      const std::size_t at = std::min(http_, www_);
      if (at == std::string_view::npos) return {};
      const std::string_view address = address_at(at);
      if (!address.empty()) return address;
      from = at + 1;
    }
  }

 private:
  std::size_t find(std::string_view beginning, std::size_t known, std::size_t from) const {
    if (known == std::string_view::npos || known >= from) {
      if (known != kUnknown) return known;
    }
    return text_.find(beginning, from);
  }

  std::string_view address_at(std::size_t at) const {
    if (at > 0 && is_word_character(text_[at - 1])) return {};
    const std::string_view rest = text_.substr(at);
    std::size_t scheme = 0;
    for (const std::string_view beginning : {"http://", "https://", "www."}) {
      if (rest.substr(0, beginning.size()) == beginning) scheme = beginning.size();
    }
    if (scheme == 0) return {};
    std::size_t end = scheme;
    while (end < rest.size()) {
      std::size_t after = end;
      if (ends_address(next_code_point(rest, after))) break;
      end = after;
    }
    const std::string_view address = trim_address(rest.substr(0, end));
    return address.size() > scheme + 2 ? address : std::string_view();
  }

  static constexpr std::size_t kUnknown = std::string_view::npos - 1;
  std::string_view text_;
  std::size_t http_ = kUnknown;
  std::size_t www_ = kUnknown;
};

// White space becomes single spaces; spaces that do not break stay.
std::string with_single_spaces(std::string_view text) {
  std::string words;
  words.reserve(text.size());
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\n' || c == '\r';
    if (!space) words += c;
    if (space && (words.empty() || words.back() != ' ')) words += ' ';
  }
  return words;
}

class InlineBuilder {
 public:
  InlineBuilder(std::string_view text, int note_count) : text_(text), note_count_(note_count) {}

  // `range_of` gives the range of bytes [first, last) of the text.
  template <typename RangeOf>
  Inlines build(std::size_t from, RangeOf range_of) {
    AddressFinder addresses(text_);
    std::string_view address = addresses.next(from);
    std::size_t begun = from;  // of the words not yet put out
    for (std::size_t at = from; at < text_.size();) {
      const std::size_t address_at =
          address.empty() ? text_.size() : static_cast<std::size_t>(address.data() - text_.data());
      if (at == address_at) {
        put_words(begun, at, range_of);
        put_link(address, range_of(at, at + address.size()));
        begun = at = at + address.size();
        address = addresses.next(at);
        continue;
      }
      std::size_t length = 0;
      const int note = note_count_ > 0 ? note_mark_at(text_, at, length) : 0;
      if (note >= 1 && note <= note_count_) {
        put_words(begun, without_space(begun, at), range_of);
        inlines_.push_back({NoteReference{std::to_string(note)}, {}, range_of(at, at + length)});
        begun = at = at + length;
      } else {
        at = note_count_ > 0 ? at + 1 : address_at;
      }
    }
    put_words(begun, text_.size(), range_of);
    return std::move(inlines_);
  }

 private:
  // A note's mark follows its word without the space typed before it.
  std::size_t without_space(std::size_t begun, std::size_t at) const {
    return at > begun && text_[at - 1] == ' ' ? at - 1 : at;
  }

  template <typename RangeOf>
  void put_words(std::size_t first, std::size_t last, RangeOf range_of) {
    if (first >= last) return;
    inlines_.push_back(
        {Text{with_single_spaces(text_.substr(first, last - first))}, {}, range_of(first, last)});
  }

  void put_link(std::string_view address, SourceRange range) {
    Link link;
    link.target.url =
        address.substr(0, 4) == "www." ? "http://" + std::string(address) : std::string(address);
    link.inlines = make_text(std::string(address), range);
    inlines_.push_back({std::move(link), {}, range});
  }

  std::string_view text_;
  int note_count_;
  Inlines inlines_;
};

}  // namespace

int note_mark_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte != '[' && byte != 0xC2 && byte != 0xE2) return 0;
  const std::optional<NoteMark> mark = note_mark(text.substr(at, 24));
  if (!mark) return 0;
  // The white space after a mark inside a text belongs to the text.
  length = mark->bytes;
  while (length > 0 && text[at + length - 1] == ' ') --length;
  return mark->number;
}

Inlines text_inlines(std::string_view text, SourceRange range) {
  return InlineBuilder(text, 0).build(0, [range](std::size_t, std::size_t) { return range; });
}

Inlines piece_inlines(const Piece& piece, std::size_t from, const std::vector<TextLine>& lines,
                      int note_count) {
  PlaceFinder places(piece, lines);
  return InlineBuilder(piece.text, note_count)
      .build(from, [&places](std::size_t first, std::size_t last) {
        const auto [begin_line, begin_column] = places.place(first);
        const auto [end_line, end_column] = places.place(last - 1);
        return SourceRange{begin_line, begin_column, end_line, end_column};
      });
}

}  // namespace garland::plain
