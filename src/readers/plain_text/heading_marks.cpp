#include "readers/plain_text/heading_marks.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/unicode.h"
#include "readers/plain_text/heading_words.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kFewestMarks = 3;       // headings with one and the same mark
constexpr std::size_t kLongestMark = 80;      // bytes
constexpr std::uint32_t kLongestMarked = 16;  // words of a heading with its mark
constexpr std::uint32_t kLongestTold = 40;    // words of a heading at the left edge
constexpr std::uint32_t kDeepestStep = 8;     // columns before elinks' headings of level 6

bool is_set_apart(const std::vector<Piece>& pieces, std::size_t at) {
  return (at == 0 || pieces[at].blanks > 0) && at + 1 < pieces.size() && pieces[at + 1].blanks > 0;
}

// The words in brackets that end a piece, brackets included: "[edit]", "[edit | edit source]"; not
// the number of a note, nor all its words.
std::string_view ending_mark(const Piece& piece) {
  const std::string_view text = std::string_view(piece.text).substr(piece.mark.bytes);
  if (text.size() < 4 || text.back() != ']') return {};
  const std::size_t open = text.rfind('[');
  if (open == std::string_view::npos || open == 0 || text.size() - open > kLongestMark) return {};
  const std::string_view mark = text.substr(open);
  const bool has_digit = std::any_of(mark.begin(), mark.end(), is_ascii_digit);
  return has_digit || mark.size() < 4 ? std::string_view() : mark;
}

// The mark that most short lines set apart end with; empty when there is none.
std::string common_mark(const std::vector<Piece>& pieces) {
  std::map<std::string_view, std::size_t> counts;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_open() || pieces[i].measure.words > kLongestMarked) continue;
    const std::string_view mark = ending_mark(pieces[i]);
    // Alone on its line: not every program sets headings apart by blank lines.
    if (!mark.empty() && pieces[i].line_count() == 1) ++counts[mark];
  }
  std::string_view best;
  std::size_t most = kFewestMarks - 1;
  for (const auto& [mark, count] : counts) {
    if (count <= most) continue;
    best = mark;
    most = count;
  }
  return std::string(best);
}

void take_mark_off(Piece& piece, std::size_t size) {
  piece.text.resize(piece.text.size() - size);
  while (!piece.text.empty() && piece.text.back() == ' ') piece.text.pop_back();
  while (!piece.links.empty() && piece.links.back().offset >= piece.text.size()) {
    piece.links.pop_back();
  }
  piece.measure = measure(std::string_view(piece.text).substr(piece.mark.bytes));
}

// Whether all that the brackets hold are buttons of a site: one such mark is enough.
bool has_buttons(std::string_view mark) {
  std::string_view rest = mark.substr(1, mark.size() - 2);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    const ShortText button(rest.substr(0, end));
    const bool is_button = site_words(button) != SiteWords::None && !names_language(button);
    if (button.words.empty() || !is_button) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

void find_marked(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                 std::vector<Inference>& inferences) {
  const std::string common = common_mark(pieces);
  for (Piece& piece : pieces) {
    if (!piece.is_open() || piece.measure.words > kLongestMarked) continue;
    const std::string mark(ending_mark(piece));
    if (mark.empty() || (mark != common && !(piece.line_count() == 1 && has_buttons(mark))))
      continue;
    take_mark_off(piece, mark.size());
    piece.is_told_heading = true;
    piece.had_edit_mark = true;
    inferences.push_back({range_of(lines[piece.first_line], lines[piece.last_line]), "edit mark",
                          "\"" + mark + "\" stands behind each heading and is no part of it"});
  }
}

// lynx sets its text in, and headings and code at the left edge.
bool is_outdented(const std::vector<Piece>& pieces, std::size_t at, const CutContext& context) {
  const Piece& piece = pieces[at];
  return piece.is_open() && piece.indent == 0 && context.layout.base_indent >= 3 &&
         is_set_apart(pieces, at) && piece.measure.letters + piece.measure.digits > 0 &&
         piece.measure.words <= kLongestTold && piece.mark.kind != Mark::Kind::Bullet &&
         piece.mark.kind != Mark::Kind::Dash;
}

// elinks steps headings by level: the second at the left edge, the third set in by two columns, and
// so on, in a text set in by three.
bool is_stepped(const std::vector<Piece>& pieces, std::size_t at, const CutContext& context) {
  const Piece& piece = pieces[at];
  return piece.is_open() && !piece.mark.is_some() && piece.indent % 2 == 0 && piece.indent >= 2 &&
         piece.indent <= kDeepestStep && context.layout.base_indent == 3 &&
         piece.line_count() <= 2 && is_set_apart(pieces, at) && is_worded_like_heading(piece);
}

void find_outdented(std::vector<Piece>& pieces, const CutContext& context) {
  std::size_t stepped = 0;  // at the first step
  std::size_t second = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_outdented(pieces, i, context)) {
      pieces[i].is_told_heading = true;
      ++second;
    }
    if (pieces[i].indent == 2 && is_stepped(pieces, i, context)) ++stepped;
  }
  if (stepped == 0 || stepped + second < kFewestMarks) return;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_stepped(pieces, i, context)) pieces[i].is_told_heading = true;
    if (pieces[i].is_told_heading && pieces[i].indent <= kDeepestStep) {
      pieces[i].told_level = static_cast<int>(2 + pieces[i].indent / 2);
    }
  }
}

// w3m shows the empty anchor that many pages put before each heading as a space.
bool is_anchored(const std::vector<Piece>& pieces, std::size_t at, const CutContext& context) {
  const Piece& piece = pieces[at];
  return context.dialect.renderer == Renderer::W3m && piece.is_open() && !piece.mark.is_some() &&
         piece.indent == context.layout.base_indent + 1 && piece.line_count() == 1 &&
         is_set_apart(pieces, at) && is_worded_like_heading(piece);
}

// Manual pages: capitals at the left edge right above text that is set in.
bool is_above_set_in_text(const std::vector<Piece>& pieces, std::size_t at) {
  constexpr std::uint32_t kSetIn = 3;  // columns
  const Piece& piece = pieces[at];
  return piece.is_open() && piece.indent == 0 && piece.line_count() == 1 &&
         at + 1 < pieces.size() && pieces[at + 1].blanks == 0 && pieces[at + 1].indent >= kSetIn &&
         (at == 0 || piece.blanks > 0) && heading_style(piece.measure) == HeadingStyle::Capitals &&
         is_worded_like_heading(piece);
}

bool find_above_set_in(std::vector<Piece>& pieces) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_above_set_in_text(pieces, i)) found.push_back(i);
  }
  if (found.size() < kFewestMarks) return false;
  for (const std::size_t at : found) pieces[at].is_told_heading = true;
  return true;
}

// "Usage¶": the sign to which a link to the heading is tied.
void find_link_signs(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                     std::vector<Inference>& inferences) {
  constexpr std::string_view kSign = "¶";
  for (Piece& piece : pieces) {
    if (!piece.is_open() || piece.line_count() > 1 || piece.measure.words > kLongestMarked)
      continue;
    if (!piece.text.ends_with(kSign) || piece.text.size() == kSign.size()) continue;
    take_mark_off(piece, kSign.size());
    piece.is_told_heading = piece.is_told_heading || is_worded_like_heading(piece);
    inferences.push_back({range_of(lines[piece.first_line], lines[piece.last_line]), "link sign",
                          "\"¶\" is the page's link to the line and no part of it"});
  }
}

// "■塗料の由来": a large sign before a line that stands alone above a text, as headings have it in
// East Asia.
bool is_signed(const std::vector<Piece>& pieces, std::size_t at) {
  constexpr std::u32string_view kSigns = U"■□◆◇●○▼▽▲△★☆";
  const Piece& piece = pieces[at];
  if (!piece.is_open() || piece.mark.kind != Mark::Kind::Bullet || !is_set_apart(pieces, at)) {
    return false;
  }
  if (at > 0 && pieces[at - 1].mark.is_some()) return false;
  const Piece& next = pieces[at + 1];
  return kSigns.find(piece.mark.sign) != kSigns.npos && piece.line_count() == 1 &&
         piece.measure.words <= kLongestMarked && !piece.measure.ends_sentence &&
         piece.measure.letters > 0 && next.is_open() && !next.mark.is_some() &&
         next.indent <= piece.indent && next.measure.is_prose();
}

void find_signed(std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (is_signed(pieces, i)) pieces[i].is_told_heading = true;
  }
}

// The sign of a rule that is drawn with one sign alone; 0 for any other text.
char32_t sign_of_rule(std::string_view text) {
  std::size_t at = 0;
  const char32_t sign = text.empty() ? 0 : next_code_point(text, at);
  while (at < text.size()) {
    if (next_code_point(text, at) != sign) return 0;
  }
  return sign;
}

// "Tides" over "=====": a rule right under a line, about as wide as it is.
bool underlines(const Piece& rule, const Piece& heading) {
  constexpr std::size_t kShortest = 3;  // columns
  if (rule.kind != PieceKind::ThematicBreak || rule.blanks > 0 || !heading.is_open()) return false;
  if (heading.line_count() > 1 || heading.measure.letters == 0) return false;
  if (heading.measure.words > kLongestMarked || heading.mark.kind == Mark::Kind::Bullet) {
    return false;
  }
  const std::size_t under = count_code_points(rule.text);
  const std::size_t over = count_code_points(heading.text);
  const std::size_t difference = std::max(under, over) - std::min(under, over);
  return under >= kShortest && difference * 4 <= over && sign_of_rule(rule.text) != 0;
}

// Each sign is a level, in the order in which they come.
void find_underlined(std::vector<Piece>& pieces) {
  constexpr std::size_t kDeepest = 6;
  std::u32string signs;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!underlines(pieces[i], pieces[i - 1])) continue;
    const char32_t sign = sign_of_rule(pieces[i].text);
    if (signs.find(sign) == signs.npos) signs += sign;
    pieces[i - 1].is_told_heading = true;
    pieces[i - 1].told_level = static_cast<int>(std::min(signs.find(sign) + 1, kDeepest));
    pieces[i].kind = PieceKind::Dropped;
    pieces[i].reason = "the line that is drawn under a heading";
    // What follows stands as far from the heading as it did from the line.
    if (i + 1 < pieces.size()) pieces[i + 1].blanks = std::max(pieces[i + 1].blanks, 1U);
  }
}

}  // namespace

void find_told_headings(std::vector<Piece>& pieces, const CutContext& context,
                        const std::vector<TextLine>& lines, std::vector<Inference>& inferences) {
  find_marked(pieces, lines, inferences);
  find_link_signs(pieces, lines, inferences);
  find_underlined(pieces);
  if (context.dialect.renderer == Renderer::Unknown) find_signed(pieces);
  if (context.dialect.renderer == Renderer::Lynx) return find_outdented(pieces, context);
  if (find_above_set_in(pieces)) return;
  std::vector<std::size_t> anchored;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_anchored(pieces, i, context)) anchored.push_back(i);
  }
  if (anchored.size() < kFewestMarks) return;
  for (const std::size_t at : anchored) pieces[at].is_told_heading = true;
}

}  // namespace garland::plain
