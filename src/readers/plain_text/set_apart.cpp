#include "readers/plain_text/set_apart.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "readers/plain_text/clean.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

void infer(const SetApartContext& context, const Piece& first, const Piece& last, std::string what,
           std::string why) {
  context.inferences.push_back(
      {range_of(context.lines[first.first_line], context.lines[last.last_line]), std::move(what),
       std::move(why)});
}

// ---- quotations

bool has_first_line_indents(const std::vector<Piece>& pieces, const std::vector<TextLine>& lines) {
  std::size_t indented = 0;
  std::size_t paragraphs = 0;
  for (const Piece& piece : pieces) {
    if (!piece.is_open() || piece.line_count() < 2) continue;
    ++paragraphs;
    const TextLine& first = lines[piece.first_line];
    if (first.indent > lines[piece.first_line + 1].indent) ++indented;
  }
  return indented * 3 >= paragraphs && indented > 0;
}

class QuotationFinder {
 public:
  QuotationFinder(std::vector<Piece>& pieces, const SetApartContext& context)
      : pieces_(pieces), context_(context) {}

  void find() {
    const bool by_indent = indents_mean_quotations();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const bool is_indented = by_indent && is_indented_paragraph(pieces_[i]);
      const bool has_source = !is_indented && is_above_source(i);
      if (!is_indented && !has_source && !is_quoted_after_colon(i)) continue;
      pieces_[i].kind = PieceKind::Quotation;
      infer(context_, pieces_[i], pieces_[i], "quotation",
            is_indented  ? "a paragraph set in from the running text"
            : has_source ? "a line above the name of who said it"
                         : "a paragraph of its own in quotation marks, after a colon");
      take_source(i + 1);
    }
  }

 private:
  bool is_indented_paragraph(const Piece& piece) const {
    constexpr std::uint32_t kSetIn = 2;  // columns at least
    return piece.is_open() && !piece.mark.is_some() && piece.measure.words >= 6 &&
           piece.indent >= context_.layout.base_indent + kSetIn &&
           (piece.measure.ends_sentence || piece.measure.is_quoted || piece.measure.words >= 12);
  }

  // Not where indents are this text's way to begin paragraphs.
  bool indents_mean_quotations() const {
    std::size_t prose = 0;
    std::size_t indented = 0;
    for (const Piece& piece : pieces_) {
      if (!piece.is_open() || !piece.measure.is_prose()) continue;
      ++prose;
      if (is_indented_paragraph(piece)) ++indented;
    }
    return indented * 10 <= prose * 4 && !has_first_line_indents(pieces_, context_.lines);
  }

  // The whole paragraph is one speech: the marks close at its end only.
  static bool is_one_quotation(std::string_view text) {
    std::size_t at = 0;
    const char32_t opening = next_code_point(text, at);
    char32_t closing = 0;
    if (opening == U'"') closing = U'"';
    if (opening == 0x201C) closing = 0x201D;
    if (opening == 0x201E) closing = 0x201C;
    if (opening == 0xAB) closing = 0xBB;
    if (opening == 0x300C) closing = 0x300D;
    if (closing == 0) return false;
    bool closed = false;
    while (at < text.size()) {
      const char32_t c = next_code_point(text, at);
      if (closed) return false;
      closed = c == closing;
    }
    return closed;
  }

  bool is_quoted_after_colon(std::size_t at) const {
    const Piece& piece = pieces_[at];
    if (at == 0 || !piece.is_open() || !piece.measure.is_quoted || piece.measure.words < 4) {
      return false;
    }
    const Piece& before = pieces_[at - 1];
    if (before.kind != PieceKind::Paragraph || before.measure.last != U':') return false;
    // A speech that goes on in the next paragraph is dialogue.
    if (at + 1 < pieces_.size() && pieces_[at + 1].measure.is_quoted) return false;
    return is_one_quotation(piece.text);
  }

  // Sentences apart from the text, with nothing but the name of who said them right below.
  bool is_above_source(std::size_t at) const {
    const Piece& piece = pieces_[at];
    if (at + 1 >= pieces_.size() || !piece.is_open() || piece.mark.is_some()) return false;
    const Piece& source = pieces_[at + 1];
    const bool is_apart = piece.blanks > 0 && source.blanks == 0 &&
                          (at + 2 >= pieces_.size() || pieces_[at + 2].blanks > 0);
    return is_apart && tells_source(source) && !tells_source(piece) &&
           (piece.measure.is_quoted || piece.measure.ends_sentence);
  }

  // "— Jane Roe, A Book" under a quotation.
  void take_source(std::size_t at) {
    if (at < pieces_.size() && tells_source(pieces_[at])) {
      pieces_[at].kind = PieceKind::QuotationSource;
    }
  }

  std::vector<Piece>& pieces_;
  const SetApartContext& context_;
};

// "[Illustration: The keeper at the door]": what stands where a book has a picture.
bool is_bracketed_picture(const Piece& piece) {
  constexpr std::uint32_t kLongest = 60;  // words
  const std::string_view text = piece.text;
  if (text.size() < 4 || text.front() != '[' || text.back() != ']') return false;
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos || piece.measure.words > kLongest) return false;
  return names_picture(text.substr(1, colon - 1));
}

// The line right under a picture of which nothing but its mark was left: "[IMG]".
bool stands_under_picture(const std::vector<Piece>& pieces, std::size_t at) {
  constexpr std::uint32_t kLongest = 40;  // words
  if (at == 0 || pieces[at].blanks > 0 || pieces[at - 1].reason != kBarePicture) return false;
  const Measure& found = pieces[at].measure;
  const bool is_alone = at + 1 == pieces.size() || pieces[at + 1].blanks > 0;
  return is_alone && found.words >= 3 && found.words <= kLongest && found.sentence_ends <= 2;
}

}  // namespace

bool tells_source(const Piece& piece) {
  constexpr std::uint32_t kLongest = 16;  // words
  if (!piece.is_open() || piece.measure.words > kLongest) return false;
  const std::string_view text = piece.text;
  const bool has_dash = text.starts_with("—") || text.starts_with("–") || text.starts_with("―") ||
                        text.starts_with("--");
  return has_dash && piece.measure.begins_upper;
}

void find_separators(std::vector<Piece>& pieces) {
  constexpr std::size_t kWidest = 220;  // the page of a terminal browser
  for (Piece& piece : pieces) {
    if (!piece.is_open() || piece.line_count() > 1 || piece.text.size() > 3 * kWidest) continue;
    if (piece.measure.letters > 0 || piece.measure.digits > 0) continue;
    const Measure whole = measure(piece.text);
    if (whole.letters > 0 || whole.digits > 0 || whole.width > kWidest) continue;
    constexpr std::u32string_view kRules = U"*-_=~–—•·⁂#◆❖✽✻─━═";
    bool is_rule = true;
    for (std::size_t at = 0; at < piece.text.size();) {
      const char32_t c = next_code_point(piece.text, at);
      is_rule = is_rule && (is_space(c) || kRules.find(c) != std::u32string_view::npos);
    }
    if (is_rule) piece.kind = PieceKind::ThematicBreak;
  }
}

void find_quotations(std::vector<Piece>& pieces, const SetApartContext& context) {
  QuotationFinder(pieces, context).find();
}

void find_credits(std::vector<Piece>& pieces, const SetApartContext& context) {
  constexpr std::size_t kLongestCredit = 20;  // words
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (!piece.is_open() || piece.mark.is_some()) continue;
    if (stands_under_picture(pieces, i)) {
      piece.kind = PieceKind::PictureDescription;
      infer(context, piece, piece, "picture", "words right under the mark of a picture");
      continue;
    }
    if (is_bracketed_picture(piece)) {
      piece.kind = PieceKind::PictureDescription;
      infer(context, piece, piece, "picture", "words in brackets that name a picture");
      continue;
    }
    if (piece.measure.words > kLongestCredit) continue;
    if (!begins_with_credit(piece.text)) continue;
    piece.kind = PieceKind::Credit;
    infer(context, piece, piece, "credit", "a line that names the maker of a picture");
  }
}

}  // namespace garland::plain
