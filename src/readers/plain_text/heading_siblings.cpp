#include "readers/plain_text/heading_siblings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "readers/plain_text/heading_words.h"
#include "readers/plain_text/numbering.h"

namespace garland::plain {

namespace {

// What a heading's number looks like, with the number taken out, and the number: "2.3 Socks" is
// the third of the row "2.#". A number of 0 means that there is none.
struct Numbering {
  std::string form;
  int number = 0;
};

Numbering decimal_numbering(std::string_view text) {
  const DecimalNumber found = decimal_number(text);
  if (found.depth == 0) return {};
  const std::size_t behind = found.bytes - 1;  // the space
  return {std::string(text.substr(0, found.last_begin)) + "#" +
              std::string(text.substr(found.end, behind - found.end)),
          found.last};
}

Numbering numbering_of(const Piece& piece) {
  const std::string_view text = piece.text;
  if (piece.mark.kind == Mark::Kind::Number && piece.mark.is_letter) return {};
  if (is_ascii_digit(text.front())) return decimal_numbering(text);
  if (piece.mark.is_some()) return {};
  if (const int number = han_number(text); number > 0) return {"、", number};
  const NamedNumber named = named_number(text);
  if (named.number == 0) return {};
  return {to_lower(named.name) + (named.sign == 0 ? '#' : named.sign), named.number};
}

class SiblingFinder {
 public:
  SiblingFinder(const std::vector<Piece>& pieces, const Layout& layout,
                const std::vector<std::size_t>& headings)
      : pieces_(pieces), layout_(layout), headings_(headings.begin(), headings.end()) {}

  std::vector<std::size_t> find() {
    std::map<std::string, Row> rows;
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
      const Piece& piece = pieces_[at];
      if (!piece.is_open() || piece.measure.words > kLongestHeading) continue;
      if (Numbering numbering = numbering_of(piece); numbering.number > 0) {
        add_to_row(rows[numbering.form], at, numbering);
      } else if (is_in_capitals(at)) {
        capitals_.push_back(at);
      }
    }
    for (auto& [form, row] : rows) settle(row);
    settle_capitals();
    return {headings_.begin(), headings_.end()};
  }

 private:
  // Pieces whose numbers follow each other, with a gap of one at most.
  struct Row {
    std::vector<std::size_t> members;
    std::string form;
    int last = 0;
  };

  bool is_heading(std::size_t at) const { return headings_.count(at) > 0; }

  void add_to_row(Row& row, std::size_t at, const Numbering& numbering) {
    if (!is_heading(at) && !may_join(at, numbering.form)) return;
    constexpr int kGap = 2;  // one in between may have been left out, or be worded otherwise
    if (numbering.number <= row.last || numbering.number > row.last + kGap) {
      settle(row);
      row = {};
    }
    row.form = numbering.form;
    row.last = numbering.number;
    row.members.push_back(at);
    numbers_[at] = numbering;
  }

  // Whether it stands and reads as a heading, how much text is below it aside.
  bool may_join(std::size_t at, std::string_view form) const {
    const Piece& piece = pieces_[at];
    const bool is_part = is_ascii_digit(form.front());
    const bool is_apart = piece.blanks > 0 || piece.first_line == 0 || !layout_.has_blank_lines;
    if (piece.line_count() > 1 || piece.is_code_label || (!is_apart && !is_part)) return false;
    return !piece.measure.ends_sentence && is_worded_like_heading(piece) && has_text_below(at);
  }

  // What follows is no item of the same list.
  bool has_text_below(std::size_t at) const {
    const std::size_t next = next_body(pieces_, at);
    return next < pieces_.size() &&
           (is_heading(next) || numbering_of(pieces_[next]).form != numbering_of(pieces_[at]).form);
  }

  // A row with one heading in it is all headings, and so is one that begins right under the
  // heading which has its number: "2.1" under "2.".
  void settle(const Row& row) {
    const bool has_heading = std::any_of(row.members.begin(), row.members.end(),
                                         [this](std::size_t at) { return is_heading(at); }) ||
                             (!row.members.empty() && begins_under_parent(row));
    if (has_heading) headings_.insert(row.members.begin(), row.members.end());
  }

  bool begins_under_parent(const Row& row) const {
    const std::size_t first = row.members.front();
    std::size_t before = first;
    while (before > 0 && !pieces_[before - 1].is_body()) --before;
    if (before == 0 || !is_heading(before - 1)) return false;
    const auto parent = numbers_.find(before - 1);
    if (parent == numbers_.end()) return false;
    const std::string_view form = row.form;
    const std::string begin = std::to_string(parent->second.number) + ".#";
    return form.substr(0, begin.size()) == begin;
  }

  // ---- capitals

  bool is_in_capitals(std::size_t at) const {
    return heading_style(pieces_[at].measure) == HeadingStyle::Capitals;
  }

  void settle_capitals() {
    const auto tells = [this](std::size_t at) { return is_heading(at); };
    if (std::none_of(capitals_.begin(), capitals_.end(), tells)) return;
    std::map<std::string, std::size_t> times;
    for (const std::size_t at : capitals_) ++times[pieces_[at].text];
    for (const std::size_t at : capitals_) {
      if (times[pieces_[at].text] == 1 && stands_alone_in_capitals(at)) headings_.insert(at);
    }
  }

  bool stands_alone_in_capitals(std::size_t at) const {
    constexpr std::uint32_t kFewest = 4;  // letters: "END"
    const Piece& piece = pieces_[at];
    const std::size_t next = next_body(pieces_, at);
    if (piece.blanks == 0 || piece.line_count() > 1 || piece.measure.letters < kFewest) {
      return false;
    }
    if (piece.measure.ends_sentence || piece.mark.is_some() || piece.is_code_label) return false;
    return next < pieces_.size() && pieces_[next].blanks > 0 && !is_in_capitals(next) &&
           is_worded_like_heading(piece);
  }

  const std::vector<Piece>& pieces_;
  const Layout& layout_;
  std::set<std::size_t> headings_;
  std::map<std::size_t, Numbering> numbers_;
  std::vector<std::size_t> capitals_;
};

}  // namespace

void add_sibling_headings(const std::vector<Piece>& pieces, const Layout& layout,
                          std::vector<std::size_t>& headings) {
  headings = SiblingFinder(pieces, layout, headings).find();
}

}  // namespace garland::plain
