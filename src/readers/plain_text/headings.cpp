#include "readers/plain_text/headings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "readers/plain_text/heading_levels.h"
#include "readers/plain_text/heading_siblings.h"
#include "readers/plain_text/heading_words.h"
#include "readers/words/contents_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kMostHeadingsPerCent = 55;  // of all pieces
constexpr std::size_t kNestedHeadings = 3;        // headings in a row above one text
constexpr std::size_t kFewestLabels = 3;          // lines that begin with one label
constexpr std::size_t kLongestLabel = 24;         // bytes of the words before a colon
constexpr std::uint32_t kLongPara = 25;           // words that are surely body text

class HeadingFinder {
 public:
  HeadingFinder(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                const CutContext& context, std::vector<Inference>& inferences)
      : pieces_(pieces),
        lines_(lines),
        layout_(context.layout),
        renderer_(context.dialect.renderer),
        inferences_(inferences) {}

  void find() {
    look_over();
    collect();
    drop_labels();
    if (candidates_.empty() || are_too_many()) return;
    drop_odd_ones();
    if (!has_told_) add_sibling_headings(pieces_, layout_, candidates_);
    const std::string level = set_heading_levels(pieces_, candidates_);
    for (const std::size_t at : candidates_) make_heading(at, level);
  }

 private:
  void make_heading(std::size_t at, const std::string& level) {
    Piece& piece = pieces_[at];
    piece.kind = PieceKind::Heading;
    std::string why = piece.is_told_heading
                          ? "set apart where this text has its headings"
                          : "a short line without a full stop, set apart, with text under it";
    if (!level.empty()) why += "; " + level;
    inferences_.push_back(
        {range_of(lines_[piece.first_line], lines_[piece.last_line]), "heading", std::move(why)});
  }

  // What the whole text says of its headings.
  void look_over() {
    std::size_t years = 0;
    std::size_t told = 0;
    for (const Piece& piece : pieces_) {
      if (piece.kind == PieceKind::ListItem && piece.measure.words <= kLongestHeading) {
        listed_.insert(folded(std::string_view(piece.text).substr(piece.body_offset())));
      }
      if (!piece.is_open()) continue;
      years += is_year(piece) && piece.blanks > 0 ? 1 : 0;
      told += piece.is_told_heading ? 1 : 0;
    }
    has_years_ = years >= 2;
    has_told_ = told >= 2;
  }

  // Backwards, so that each candidate knows whether body text follows.
  void collect() {
    std::size_t next = pieces_.size();  // the body piece after this one
    std::size_t headings_below = 0;     // candidates between here and the text below
    for (std::size_t at = pieces_.size(); at-- > 0;) {
      if (!pieces_[at].is_body()) continue;
      ++body_pieces_;
      const bool text_below = next < pieces_.size() && (headings_below > 0 || is_text(next));
      const bool fits = pieces_[at].is_told_heading
                            ? is_told(at) && next < pieces_.size()
                            : text_below && headings_below < kNestedHeadings &&
                                  is_candidate(at, next) && !is_asked(at, headings_below);
      if (fits) {
        candidates_.push_back(at);
        ++headings_below;
      } else {
        headings_below = 0;
      }
      next = at;
    }
    std::reverse(candidates_.begin(), candidates_.end());
    erase_if([this](std::size_t at) { return !pieces_[at].is_told_heading && !may_follow(at); });
  }

  template <typename Predicate>
  void erase_if(Predicate is_none) {
    candidates_.erase(std::remove_if(candidates_.begin(), candidates_.end(), is_none),
                      candidates_.end());
  }

  bool is_told(std::size_t at) const { return pieces_[at].is_open() && !pieces_[at].is_code_label; }

  // What a heading may stand above.
  bool is_text(std::size_t at) const {
    const Piece& piece = pieces_[at];
    switch (piece.kind) {
      case PieceKind::Paragraph: {
        const Measure& found = piece.measure;
        const bool is_aside = piece.text.front() == '(' && piece.text.back() == ')';
        return is_aside || (found.words >= 4 && (found.ends_sentence || found.last == U':' ||
                                                 found.words >= kLongestHeading));
      }
      case PieceKind::ListItem:
      case PieceKind::Quotation:
      case PieceKind::VerseLine:
      case PieceKind::PictureDescription:
      case PieceKind::Code:
      case PieceKind::Table:
      case PieceKind::ReferencesHeading:
        return true;
      default:
        return false;
    }
  }

  bool is_candidate(std::size_t at, std::size_t next) const {
    const Piece& piece = pieces_[at];
    if (!piece.is_open() || piece.line_count() > 2 || piece.is_code_label) return false;
    if (piece.mark.is_some() && piece.mark.kind != Mark::Kind::Number) return false;
    // Where the headings are told, others are none.
    if (has_told_ && !names_contents(piece.text)) return false;
    return (is_worded_like_heading(piece) || is_named(piece, pieces_[next])) &&
           is_set_apart(piece, pieces_[next]) && !runs_on(piece, pieces_[next]);
  }

  // A sentence that the page broke: the paragraph under it goes on in lower case.
  static bool runs_on(const Piece& piece, const Piece& next) {
    constexpr std::uint32_t kFewest = 5;  // words: "Notes" may stand above a text in lower case
    return next.kind == PieceKind::Paragraph && next.measure.begins_lower && !next.mark.is_some() &&
           piece.measure.words >= kFewest && heading_style(piece.measure) == HeadingStyle::Sentence;
  }

  // Names and years, and what a list of contents names, need not be worded like a heading.
  bool is_named(const Piece& piece, const Piece& next) const {
    if (piece.blanks == 0 || next.blanks == 0) return false;
    if (has_years_ && is_year(piece)) return true;
    if (is_identifier(piece) && next.measure.is_prose()) return true;
    return piece.measure.words <= kLongestHeading && piece.measure.last != U':' &&
           !piece.measure.ends_sentence && listed_.count(folded(piece.text)) > 0 &&
           next.measure.is_prose();
  }

  // In a text with blank lines, one stands above a heading.
  bool is_set_apart(const Piece& piece, const Piece& next) const {
    if (piece.indent > layout_.base_indent + 12 && next.indent < piece.indent) {
      return piece.blanks > 0;  // set in the middle of the line
    }
    // An anchor leaves a space before the heading's words.
    if (piece.indent > layout_.base_indent + 1 && next.indent < piece.indent) return false;
    if (!layout_.has_blank_lines) return true;
    const bool is_rendered = renderer_ != Renderer::Unknown;
    if (is_rendered && next.blanks == 0) return false;
    // Several short lines together are a list or a table; a question with its answer is not.
    const bool is_answer = piece.measure.last == U'?' && next.measure.ends_sentence &&
                           next.measure.last != U'?' && next.measure.words >= 4;
    if (next.blanks == 0 && !is_answer && next.measure.words < 2 * piece.measure.words) {
      return false;
    }
    return piece.blanks > 0 || piece.first_line == 0;
  }

  // A question right above a heading is the text of the heading before, not one more.
  bool is_asked(std::size_t at, std::size_t headings_below) const {
    return headings_below > 0 && pieces_[at].measure.last == U'?';
  }

  // A heading ends what stands before it: a sentence, a list, another heading.
  bool may_follow(std::size_t at) const {
    std::size_t before = at;
    while (before > 0 && !pieces_[before - 1].is_body()) --before;
    if (before == 0) return true;
    const Piece& piece = pieces_[before - 1];
    if (piece.kind != PieceKind::Paragraph) return true;
    if (piece.measure.last == U':' || piece.measure.last == U',') return is_above_long_text(at);
    return piece.measure.ends_sentence || piece.measure.words >= kLongestHeading ||
           std::binary_search(candidates_.begin(), candidates_.end(), before - 1) ||
           layout_.has_blank_lines || stands_alone(at);
  }

  // Between blank lines, in a text that has few of them.
  bool stands_alone(std::size_t at) const {
    const std::size_t next = next_body(pieces_, at);
    return pieces_[at].blanks > 0 && next < pieces_.size() && pieces_[next].blanks > 0;
  }

  // Under a colon a picture or formula was lost when a short line stands apart there above a long
  // text, and is capitalized as headings are.
  bool is_above_long_text(std::size_t at) const {
    const std::size_t next = next_body(pieces_, at);
    return layout_.has_blank_lines && next < pieces_.size() && pieces_[at].blanks > 0 &&
           pieces_[next].blanks > 0 && pieces_[next].kind == PieceKind::Paragraph &&
           pieces_[next].measure.words >= kLongPara && pieces_[at].measure.begins_upper;
  }

  bool are_too_many() const {
    std::size_t judged = 0;
    for (const std::size_t at : candidates_) judged += pieces_[at].is_told_heading ? 0 : 1;
    return judged > 2 && judged * 100 > body_pieces_ * kMostHeadingsPerCent;
  }

  // ---- candidates judged together

  // "Level: 70", again and again: the labels of a table. "Show the solution", again and again: what
  // opens a part of the page. "Exercise" above a heading: what kind of section it is.
  void drop_labels() {
    std::map<std::string, std::size_t> labels;
    std::map<std::string, std::size_t> kickers;
    std::map<std::string, std::size_t> others;
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
      if (pieces_[at].measure.words > kLongestHeading) continue;
      if (std::string label = label_of(at); !label.empty()) ++labels[std::move(label)];
    }
    for (const std::size_t at : candidates_) {
      ++(is_right_above_candidate(at) ? kickers : others)[folded(pieces_[at].text)];
    }
    erase_if([&](std::size_t at) {
      const Piece& piece = pieces_[at];
      if (piece.is_told_heading && !is_right_above_candidate(at)) return false;
      const std::string label = label_of(at);
      if (!label.empty() && labels[label] >= (is_speaker(label) ? 2 : kFewestLabels)) return true;
      const std::string text = folded(piece.text);
      if (!piece.is_told_heading && kickers[text] + others[text] >= kFewestLabels) return true;
      return piece.measure.words <= 3 && kickers[text] >= 2 && others[text] <= kickers[text];
    });
  }

  // The words before a colon inside the line; empty when there are none.
  std::string label_of(std::size_t at) const {
    const std::string& text = pieces_[at].text;
    const std::size_t colon = text.find(": ");
    if (colon != std::string::npos && colon <= kLongestLabel) return text.substr(0, colon);
    const std::size_t stop = text.find(". ");
    const bool is_short = stop != std::string::npos && stop <= kLongestLabel;
    return is_short && is_speaker(text.substr(0, stop)) ? text.substr(0, stop) : std::string();
  }
  // "KEEPER": who speaks in a play or a transcript.
  static bool is_speaker(std::string_view label) {
    constexpr std::size_t kShortest = 3;
    return label.size() >= kShortest && std::all_of(label.begin(), label.end(), [](char c) {
             return (c >= 'A' && c <= 'Z') || c == ' ';
           });
  }

  bool is_right_above_candidate(std::size_t at) const {
    return std::binary_search(candidates_.begin(), candidates_.end(), next_body(pieces_, at));
  }

  // With three or more of one style, a question or long line of another style is no heading.
  void drop_odd_ones() {
    std::array<std::size_t, 3> counts{};
    for (const std::size_t at : candidates_) ++counts.at(style_index(at));
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most < 3) return;
    const auto majority = static_cast<std::size_t>(most - counts.begin());
    erase_if([&](std::size_t at) {
      const Measure& found = pieces_[at].measure;
      return !pieces_[at].is_told_heading && style_index(at) != majority &&
             (found.last == U'?' || found.words > 8) &&
             style_index(at) == static_cast<std::size_t>(HeadingStyle::Sentence);
    });
  }

  std::size_t style_index(std::size_t at) const {
    return static_cast<std::size_t>(heading_style(pieces_[at].measure));
  }

  std::vector<Piece>& pieces_;
  const std::vector<TextLine>& lines_;
  const Layout& layout_;
  Renderer renderer_;
  std::vector<Inference>& inferences_;
  std::set<std::string> listed_;  // words of the items of lists
  bool has_years_ = false;
  bool has_told_ = false;
  std::vector<std::size_t> candidates_;
  std::size_t body_pieces_ = 0;
};

}  // namespace

void find_headings(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                   const CutContext& context, std::vector<Inference>& inferences) {
  HeadingFinder(pieces, lines, context, inferences).find();
}

}  // namespace garland::plain
