#include "readers/plain_text_headings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "readers/page_words.h"
#include "readers/plain_text_byline.h"

namespace garland::plain {

namespace {

constexpr std::size_t kLongestHeading = 14;       // words
constexpr std::size_t kWidestHeading = 110;       // code points
constexpr std::size_t kMostHeadingsPerCent = 55;  // of all pieces
constexpr std::size_t kNestedHeadings = 3;        // headings in a row above one text

enum class Style { Sentence, Title, Capitals };

Style style_of(const Measure& found) {
  if (found.letters > 1 && found.lower == 0 && found.begins_upper && found.capitalized > 0) {
    return Style::Capitals;
  }
  return found.long_lower == 0 && found.capitalized > 1 ? Style::Title : Style::Sentence;
}

// "2.1" gives 2, "3." and "IV." give 1, no number 0.
int numbered_depth(const Piece& piece) {
  const std::string_view text = piece.text;
  int depth = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t digits = at;
    while (at < text.size() && at - digits < 3 && text[at] >= '0' && text[at] <= '9') ++at;
    if (at == digits) break;
    ++depth;
    if (at >= text.size() || text[at] != '.') break;
    ++at;
  }
  if (depth > 0 && at < text.size() && text[at] == ' ') return depth;
  return piece.mark.kind == Mark::Kind::Number ? 1 : 0;
}

class HeadingFinder {
 public:
  HeadingFinder(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                const Layout& layout, std::vector<Inference>& inferences)
      : pieces_(pieces), lines_(lines), layout_(layout), inferences_(inferences) {}

  void find() {
    collect();
    if (candidates_.empty() || are_too_many()) return;
    drop_odd_ones();
    set_levels();
    for (const std::size_t at : candidates_) {
      Piece& piece = pieces_[at];
      piece.kind = PieceKind::Heading;
      inferences_.push_back({range_of(lines_[piece.first_line], lines_[piece.last_line]), "heading",
                             "a short line without a full stop, set apart, with text under it"});
    }
  }

 private:
  // Backwards, so that each candidate knows whether body text follows.
  void collect() {
    std::size_t next = pieces_.size();  // the body piece after this one
    std::size_t headings_below = 0;     // candidates between here and the text below
    for (std::size_t at = pieces_.size(); at-- > 0;) {
      if (!pieces_[at].is_body()) continue;
      ++body_pieces_;
      const bool text_below = next < pieces_.size() && (headings_below > 0 || is_text(next));
      if (text_below && headings_below < kNestedHeadings && is_candidate(at, next)) {
        candidates_.push_back(at);
        ++headings_below;
      } else {
        headings_below = 0;
      }
      next = at;
    }
    std::reverse(candidates_.begin(), candidates_.end());
    candidates_.erase(std::remove_if(candidates_.begin(), candidates_.end(),
                                     [this](std::size_t at) { return !may_follow(at); }),
                      candidates_.end());
  }

  // What a heading may stand above.
  bool is_text(std::size_t at) const {
    const Piece& piece = pieces_[at];
    switch (piece.kind) {
      case PieceKind::Paragraph: {
        const Measure& found = piece.measure;
        return found.words >= 4 &&
               (found.ends_sentence || found.last == U':' || found.words >= kLongestHeading);
      }
      case PieceKind::ListItem:
      case PieceKind::Quotation:
      case PieceKind::VerseLine:
      case PieceKind::PictureDescription:
      case PieceKind::Code:
      case PieceKind::Table:
        return true;
      default:
        return false;
    }
  }

  bool is_candidate(std::size_t at, std::size_t next) const {
    const Piece& piece = pieces_[at];
    if (!piece.is_open() || piece.line_count() > 2) return false;
    if (piece.mark.is_some() && piece.mark.kind != Mark::Kind::Number) return false;
    return is_worded_like_heading(piece) && is_set_apart(piece, pieces_[next]);
  }

  static bool is_worded_like_heading(const Piece& piece) {
    const Measure& found = piece.measure;
    if (found.words == 0 || found.words > kLongestHeading || found.width > kWidestHeading) {
      return false;
    }
    if (found.letters * 2 < found.width || found.begins_lower || found.is_quoted) return false;
    constexpr std::u32string_view kNoEnd = U".!…,;:–—-/\\=<>{}|";
    if (kNoEnd.find(found.last) != std::u32string_view::npos) return false;
    if (found.last != U'?' && (found.ends_sentence || found.sentence_ends > 1)) return false;
    const std::string_view text = piece.text;
    if (text.find("://") != std::string_view::npos || note_mark(text)) return false;
    if (is_attribution(text) || begins_with_credit(text)) return false;
    return !parse_byline(text);
  }

  // In a text with blank lines, one stands above a heading.
  bool is_set_apart(const Piece& piece, const Piece& next) const {
    if (piece.indent > layout_.base_indent + 12 && next.indent < piece.indent) {
      return piece.blanks > 0;  // set in the middle of the line
    }
    if (piece.indent > layout_.base_indent && next.indent < piece.indent) return false;
    if (!layout_.has_blank_lines) return true;
    // Several short lines together are a list or a table.
    if (next.blanks == 0 && next.measure.words < 2 * piece.measure.words) return false;
    return piece.blanks > 0 || piece.first_line == 0;
  }

  // A heading ends what stands before it: a sentence, a list, another heading.
  bool may_follow(std::size_t at) const {
    std::size_t before = at;
    while (before > 0 && !pieces_[before - 1].is_body()) --before;
    if (before == 0) return true;
    const Piece& piece = pieces_[before - 1];
    if (piece.kind != PieceKind::Paragraph) return true;
    if (piece.measure.last == U':' || piece.measure.last == U',') return false;
    return piece.measure.ends_sentence || piece.measure.words >= kLongestHeading ||
           std::binary_search(candidates_.begin(), candidates_.end(), before - 1) ||
           layout_.has_blank_lines;
  }

  bool are_too_many() const {
    return candidates_.size() > 2 && candidates_.size() * 100 > body_pieces_ * kMostHeadingsPerCent;
  }

  // With three or more of one style, a question or long line of another style is no heading.
  void drop_odd_ones() {
    std::array<std::size_t, 3> counts{};
    for (const std::size_t at : candidates_) ++counts.at(style_index(at));
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most < 3) return;
    const auto majority = static_cast<std::size_t>(most - counts.begin());
    candidates_.erase(std::remove_if(candidates_.begin(), candidates_.end(),
                                     [&](std::size_t at) {
                                       const Measure& found = pieces_[at].measure;
                                       return style_index(at) != majority &&
                                              (found.last == U'?' || found.words > 8) &&
                                              style_index(at) ==
                                                  static_cast<std::size_t>(Style::Sentence);
                                     }),
                      candidates_.end());
  }

  std::size_t style_index(std::size_t at) const {
    return static_cast<std::size_t>(style_of(pieces_[at].measure));
  }

  void set_levels() {
    std::size_t numbered = 0;
    std::size_t capitals = 0;
    for (const std::size_t at : candidates_) {
      if (numbered_depth(pieces_[at]) > 0) ++numbered;
      if (style_index(at) == static_cast<std::size_t>(Style::Capitals)) ++capitals;
    }
    const bool by_number = numbered * 2 > candidates_.size();
    const bool first_is_capitals =
        !candidates_.empty() &&
        style_index(candidates_.front()) == static_cast<std::size_t>(Style::Capitals);
    const bool by_capitals =
        !by_number && first_is_capitals && capitals >= 2 && capitals + 1 < candidates_.size();
    int previous = 0;
    for (const std::size_t at : candidates_) {
      Piece& piece = pieces_[at];
      piece.level = 1;
      if (by_number) piece.level = std::clamp(numbered_depth(piece), 1, std::min(6, previous + 1));
      if (by_capitals && style_index(at) != static_cast<std::size_t>(Style::Capitals)) {
        piece.level = 2;
      }
      previous = piece.level;
    }
  }

  std::vector<Piece>& pieces_;
  const std::vector<TextLine>& lines_;
  const Layout& layout_;
  std::vector<Inference>& inferences_;
  std::vector<std::size_t> candidates_;
  std::size_t body_pieces_ = 0;
};

}  // namespace

void find_headings(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                   const Layout& layout, std::vector<Inference>& inferences) {
  HeadingFinder(pieces, lines, layout, inferences).find();
}

}  // namespace garland::plain
