#include "readers/plain_text/inlines.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
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
      cut_ = 0;
    }
    skip_cuts();
    if (current_line().cuts.empty()) {
      skip_to(offset);
    } else {
      while (at_ < offset && at_ < piece_.text.size()) {
        skip_to(at_ + 1);
        skip_cuts();
      }
    }
    return {current_line().number, column_};
  }

 private:
  // To the first character that begins there or later.
  void skip_to(std::size_t offset) {
    const std::string_view text = piece_.text;
    if (at_ >= offset || at_ >= text.size()) return;
    column_ += static_cast<std::uint32_t>(count_code_points(text.substr(at_, offset - at_)));
    at_ = std::min(offset, text.size());
    while (at_ < text.size() && is_inner_byte(text[at_])) ++at_;
  }
  // What cleaning took out of the line has columns in the source, but no bytes here.
  void skip_cuts() {
    const std::vector<Cut>& cuts = current_line().cuts;
    const std::size_t begin = line_ > 0 ? piece_.line_offsets[line_ - 1] : 0;
    while (cut_ < cuts.size() && begin + cuts[cut_].offset <= at_) column_ += cuts[cut_++].columns;
  }
  const TextLine& current_line() const { return lines_[piece_.first_line + line_]; }

  const Piece& piece_;
  const std::vector<TextLine>& lines_;
  std::size_t line_ = 0;  // how many line ends lie before `at_`
  std::size_t cut_ = 0;   // of the line's cuts, how many lie before `at_`
  std::size_t at_ = 0;
  std::uint32_t column_;
};

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
    if (at > 0 && is_ascii_alphanumeric(text_[at - 1])) return {};
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

// Most texts have no others.
bool has_single_spaces(std::string_view text) {
  // In bytes and without branches, so that several are looked at at once.
  std::uint8_t others = 0;
  for (const char c : text) others |= static_cast<std::uint8_t>(c >= '\t' && c <= '\r');
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto pair = static_cast<std::uint8_t>((text[i - 1] ^ ' ') | (text[i] ^ ' '));
    others |= static_cast<std::uint8_t>(pair == 0);
  }
  return others == 0;
}

// White space becomes single spaces; spaces that do not break stay.
std::string with_single_spaces(std::string_view text) {
  if (has_single_spaces(text)) return std::string(text);
  static constexpr ByteSet kSpaces(" \t\f\v\n\r");
  std::string words;
  words.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = kSpaces.first_in(text, at);
    words += text.substr(at, end - at);
    if (end < text.size() && (words.empty() || words.back() != ' ')) words += ' ';
    at = end + 1;
  }
  return words;
}

// The end of the word at `at`, without the punctuation it closes with.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
  while (end > at + 1 &&
         std::string_view(".,;:!?)]\"'").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

bool begins_upper(std::string_view text, std::size_t at) {
  return at < text.size() && is_upper(next_code_point(text, at));
}

// Where the link that begins at `at` ends. The mark does not tell: a name is taken whole, of other
// words the first. `limit` is where the next link begins.
std::size_t link_end(std::string_view text, std::size_t at, std::size_t limit) {
  constexpr int kLongestName = 6;  // words
  std::size_t end = end_of_word(text, at);
  if (!begins_upper(text, at)) return std::min(end, limit);
  for (int words = 1; words < kLongestName; ++words) {
    if (end >= text.size() || text[end] != ' ' || !begins_upper(text, end + 1)) break;
    end = end_of_word(text, end + 1);
  }
  return std::min(end, limit);
}

class InlineBuilder {
 public:
  InlineBuilder(std::string_view text, int note_count, const Piece* piece = nullptr)
      : text_(text), note_count_(note_count), piece_(piece) {}

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
      const std::size_t link_at = next_link(at);
      if (at == link_at) {
        put_words(begun, at, range_of);
        const std::size_t end = std::min(end_of_link(at), address_at);
        put_marked_link(at, end, range_of(at, end));
        begun = at = end;
        continue;
      }
      std::size_t length = 0;
      const int note = note_count_ > 0 ? note_mark_at(text_, at, length) : 0;
      if (note >= 1 && note <= note_count_) {
        put_words(begun, without_space(begun, at), range_of);
        inlines_.push_back({NoteReference{std::to_string(note)}, {}, range_of(at, at + length)});
        begun = at = at + length;
      } else {
        at = note_count_ > 0 ? at + 1 : std::min(address_at, link_at);
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

  // Where the next link with an address and with words begins, at or after `at`.
  std::size_t next_link(std::size_t at) {
    if (piece_ == nullptr) return text_.size();
    while (link_ < piece_->links.size() &&
           (piece_->links[link_].offset < at || piece_->links[link_].address.empty() ||
            has_no_words(link_))) {
      ++link_;
    }
    return link_ < piece_->links.size() ? piece_->links[link_].offset : text_.size();
  }
  // "[1][2]Words": the first was a picture's.
  bool has_no_words(std::size_t link) const {
    return link + 1 < piece_->links.size() &&
           piece_->links[link].offset == piece_->links[link + 1].offset;
  }
  std::size_t end_of_link(std::size_t at) const {
    if (piece_->is_one_link() && !piece_->measure.ends_sentence) return text_.size();
    const bool is_last = link_ + 1 >= piece_->links.size();
    std::size_t least = at;  // a link has one character at least
    next_code_point(text_, least);
    return std::max(least,
                    link_end(text_, at, is_last ? text_.size() : piece_->links[link_ + 1].offset));
  }
  void put_marked_link(std::size_t first, std::size_t last, SourceRange range) {
    Link link;
    link.target.url = std::string(piece_->links[link_].address);
    link.inlines = make_text(with_single_spaces(text_.substr(first, last - first)), range);
    inlines_.push_back({std::move(link), {}, range});
    ++link_;
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
  const Piece* piece_;
  std::size_t link_ = 0;  // of the piece's links, the next one
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

Inlines text_inlines(const Piece& piece, SourceRange range) {
  return InlineBuilder(piece.text, 0, &piece).build(0, [range](std::size_t, std::size_t) {
    return range;
  });
}

Inlines piece_inlines(const Piece& piece, std::size_t from, const std::vector<TextLine>& lines,
                      int note_count) {
  PlaceFinder places(piece, lines);
  return InlineBuilder(piece.text, note_count, &piece)
      .build(from, [&places, &piece](std::size_t first, std::size_t last) {
        std::size_t final = last - 1;  // where the last character begins
        while (final > first && is_inner_byte(piece.text[final])) --final;
        const auto [begin_line, begin_column] = places.place(first);
        const auto [end_line, end_column] = places.place(final);
        return SourceRange{begin_line, begin_column, end_line, end_column};
      });
}

}  // namespace garland::plain
