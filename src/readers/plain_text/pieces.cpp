#include "readers/plain_text/pieces.h"

#include <algorithm>

#include "base/unicode.h"

namespace garland::plain {

namespace {

// Whether the piece's text breaks a word at its end: a letter, a hyphen, and the next line goes on
// in lower case.
bool breaks_word(std::string_view text, std::string_view next) {
  if (text.size() < 2 || text.back() != '-') return false;
  std::size_t begin = character_begin(text, text.size() - 2);
  std::size_t at = 0;
  return is_letter(next_code_point(text, begin)) && is_lower(next_code_point(next, at));
}

bool ends_in_soft_hyphen(std::string_view text) {
  return text.size() >= kSoftHyphen.size() &&
         text.substr(text.size() - kSoftHyphen.size()) == kSoftHyphen;
}

// A compound that already has a hyphen ("state-of-the-") keeps the one at the line's end too. Looks
// back only as far as a word reaches.
bool keeps_hyphen(std::string_view text) {
  constexpr std::size_t kLongestWord = 200;  // bytes
  text = text.substr(text.size() - std::min(text.size(), kLongestWord));
  const std::size_t space = text.find_last_of(" \t");
  const std::string_view word = text.substr(space == std::string_view::npos ? 0 : space + 1);
  return word.find('-') != word.size() - 1;
}

// `is_divided`: a hyphen at the end is the typist's, who divided the word.
void append_line(Piece& piece, std::string_view line, bool is_divided) {
  if (ends_in_soft_hyphen(piece.text)) {
    piece.text.resize(piece.text.size() - kSoftHyphen.size());
  } else if (breaks_word(piece.text, line)) {
    if (is_divided && !keeps_hyphen(piece.text)) piece.text.pop_back();
  } else {
    piece.text += ' ';
  }
  piece.line_offsets.push_back(piece.text.size());
  piece.text += line;
}

// A bullet with nothing behind it: browsers set the words of an item that is a block of its own on
// the next line.
bool is_lone_bullet(std::string_view text, const TextLine& bullet, const TextLine& next) {
  constexpr std::size_t kLongestSign = 4;  // bytes
  if (text.size() > kLongestSign || list_mark(next.text).is_some()) return false;
  const Mark mark = list_mark(std::string(text) + " x");
  if (mark.kind == Mark::Kind::Bullet) return next.indent >= bullet.indent;
  return mark.kind == Mark::Kind::Dash && next.indent > bullet.indent;
}

// Of a few lines in a text that is not wrapped: none may be wider than the margin and all but the
// last must be full, or they are a list or verse whose lines happen to be of a length.
Wrap measure_own_wrap(const std::vector<TextLine>& lines, std::size_t first, std::size_t last) {
  Wrap wrap = measure_wrap(lines, first, last);
  constexpr std::size_t kFew = 8;           // lines
  constexpr std::uint32_t kNarrowest = 36;  // columns: shorter lines are verse or an address
  if (last - first > kFew) return wrap;
  wrap.is_wrapped = wrap.is_wrapped && wrap.width >= kNarrowest;
  for (std::size_t i = first; i < last; ++i) wrap.width = std::max(wrap.width, lines[i].extent());
  for (std::size_t i = first; i + 1 < last && wrap.is_wrapped; ++i) {
    wrap.is_wrapped = is_full(lines[i], lines[i + 1], wrap);
  }
  return wrap;
}

// Whether a sentence of running text is broken between two lines that stand by themselves.
bool breaks_sentence(const TextLine& before, const TextLine& line) {
  constexpr std::uint32_t kNarrowest = 40;  // columns
  constexpr std::uint32_t kWidest = 100;
  constexpr std::uint32_t kRunning = 7;  // words
  if (before.width < kNarrowest || before.width > kWidest) return false;
  if (list_mark(before.text).is_some() || list_mark(line.text).is_some()) return false;
  const Measure first = measure(before.text);
  return first.words >= kRunning && first.begins_upper && measure(line.text).begins_lower &&
         (is_letter(first.last) || first.last == U',');
}

// Whether the paragraphs of these lines are told by first lines that are set in: a line further out
// goes on, and the line above one set in ends a sentence.
bool has_indented_first_lines(const std::vector<TextLine>& lines, std::size_t first,
                              std::size_t last) {
  constexpr std::uint32_t kNarrowest = 36;  // columns of a first line that runs on
  constexpr std::uint32_t kLeast = 2;       // columns that it is set in
  constexpr std::uint32_t kMost = 8;
  const std::uint32_t set_in = lines[first].indent;
  const std::uint32_t edge = lines[first + 1].indent;
  if (set_in < edge + kLeast || set_in > edge + kMost || lines[first].width < kNarrowest) {
    return false;
  }
  bool runs_on = false;
  for (std::size_t i = first; i < last; ++i) {
    if (lines[i].indent != set_in && lines[i].indent != edge) return false;
    if (list_mark(lines[i].text).is_some() || lines[i].told_level > 0) return false;
    if (i == first) continue;
    const bool is_ended = measure(lines[i - 1].text).ends_sentence;
    if (lines[i].indent == set_in && !is_ended) return false;
    runs_on =
        runs_on || (lines[i].indent == edge && !is_ended && measure(lines[i].text).begins_lower);
  }
  return runs_on;
}

// Lines between blank ones. The wrap may be the chunk's own where the whole text is not wrapped.
// A line from edge to edge, as terminal browsers draw it.
bool draws_rule(std::string_view text) {
  constexpr std::size_t kShortest = 10;  // signs
  for (const std::string_view sign : {"━", "─", "═"}) {
    if (!text.starts_with(sign) || text.size() < kShortest * sign.size()) continue;
    return text.ends_with(sign) && text.find(' ') == std::string_view::npos;
  }
  return false;
}

class Cutter {
 public:
  Cutter(const std::vector<TextLine>& lines, const CutContext& context)
      : lines_(lines),
        layout_(context.layout),
        dialect_(context.dialect),
        regions_(context.regions) {}

  std::vector<Piece> cut() {
    pieces_.reserve(lines_.size());  // moving them to larger places costs more than cutting
    std::uint32_t blanks = 0;
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].is_blank()) {
        ++blanks;
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      if (region_ < regions_.size() && i == regions_[region_].first) {
        begin_region(blanks);
        end = regions_[region_++].last;
      } else if (lines_[i].is_left_out()) {
        begin_piece(i, blanks);
        pieces_.back().kind = PieceKind::Dropped;
        pieces_.back().reason = lines_[i].reason_to_go;
      } else {
        while (end < lines_.size() && !ends_chunk(lines_[end]) &&
               lines_[end].is_quoted == lines_[i].is_quoted) {
          ++end;
        }
        cut_chunk(i, end, blanks);
      }
      blanks = 0;
      i = end;
    }
    for (Piece& piece : pieces_) {
      if (piece.kind != PieceKind::Code && piece.kind != PieceKind::Table) finish(piece);
    }
    return std::move(pieces_);
  }

 private:
  static bool ends_chunk(const TextLine& line) {
    return line.is_blank() || line.is_left_out() || line.is_in_region;
  }

  void begin_region(std::uint32_t blanks) {
    const Region& region = regions_[region_];
    if (region.has_label && !pieces_.empty()) pieces_.back().is_code_label = true;
    begin_piece(region.first, blanks);
    Piece& piece = pieces_.back();
    piece.kind = region.kind == Region::Kind::Code ? PieceKind::Code : PieceKind::Table;
    piece.last_line = region.last - 1;
    piece.text = verbatim(lines_, region);
    piece.language = region.language;
    piece.mark = {};
    piece.links.clear();
  }

  void cut_chunk(std::size_t first, std::size_t last, std::uint32_t blanks) {
    if (last - first >= 2 && has_indented_first_lines(lines_, first, last)) {
      return cut_at_indents(first, last, blanks);
    }
    Wrap wrap = layout_.wrap;
    if (!wrap.is_wrapped && layout_.has_blank_lines && last - first >= 3) {
      wrap = measure_own_wrap(lines_, first, last);
    } else if (!wrap.is_wrapped && last - first == 2 &&
               breaks_sentence(lines_[first], lines_[first + 1])) {
      wrap = {true, lines_[first].extent(), false};
    }
    begin_piece(first, blanks);
    for (std::size_t i = first + 1; i < last; ++i) {
      if (is_lone_bullet(pieces_.back().text, lines_[i - 1], lines_[i])) {
        join(i);
        pieces_.back().mark = list_mark(pieces_.back().text);
      } else if (joins(i, wrap)) {
        join(i);
      } else {
        begin_piece(i, 0);
      }
    }
  }

  void cut_at_indents(std::size_t first, std::size_t last, std::uint32_t blanks) {
    begin_piece(first, blanks);
    for (std::size_t i = first + 1; i < last; ++i) {
      if (lines_[i].indent == lines_[first].indent) {
        begin_piece(i, 0);
      } else {
        join(i);
      }
    }
  }

  void join(std::size_t line) {
    Piece& piece = pieces_.back();
    // Where the rest of the word had room on the line above, the hyphen was in the word.
    const Wrap page{true, layout_.wrap.width, false};
    const bool is_divided = layout_.is_hyphenated && is_full(lines_[line - 1], lines_[line], page);
    append_line(piece, lines_[line].text, is_divided);
    note_links(piece, lines_[line], piece.line_offsets.back());
    piece.last_line = line;
    piece.indent = std::min(piece.indent, lines_[line].indent);
  }

  void begin_piece(std::size_t line, std::uint32_t blanks) {
    Piece& piece = pieces_.emplace_back();
    piece.text = lines_[line].text;
    piece.first_line = piece.last_line = line;
    piece.blanks = blanks;
    piece.indent = lines_[line].indent;
    piece.mark = list_mark(piece.text);
    piece.told_level = lines_[line].told_level;
    piece.is_told_heading = piece.told_level > 0;
    if (lines_[line].is_quoted) piece.kind = PieceKind::Quotation;
    note_links(piece, lines_[line], 0);
  }

  void note_links(Piece& piece, const TextLine& line, std::size_t offset) const {
    piece.link_words += line.link_words;
    for (const Cut& cut : line.cuts) {
      if (cut.link == 0) continue;
      piece.links.push_back({offset + cut.offset, dialect_.address(cut.link)});
      ++piece.link_words;
    }
  }

  // Whether line `i` goes on with the piece that the line before it ends.
  bool joins(std::size_t i, const Wrap& wrap) const {
    const Piece& piece = pieces_.back();
    const TextLine& before = lines_[i - 1];
    const TextLine& line = lines_[i];
    if (before.told_level > 0 || line.told_level > 0) return false;
    if (draws_rule(before.text) || draws_rule(line.text)) return false;
    if (!is_full(before, line, wrap)) return false;
    const Mark mark = list_mark(line.text);
    if (mark.kind == Mark::Kind::Bullet) return false;
    // A dash or number in a paragraph may have come to a line's beginning by chance.
    if (mark.is_some() && (piece.mark.is_some() || line.indent > before.indent)) return false;
    if (note_mark(line.text) && note_mark(piece.text)) return false;
    if (piece.line_count() < 2) return true;
    // Two lines have shown the left edge: a line set further in begins a paragraph, and one set
    // further out ends a quotation.
    return line.indent == before.indent;
  }

  static void finish(Piece& piece) {
    piece.measure = measure(std::string_view(piece.text).substr(piece.mark.bytes));
  }

  const std::vector<TextLine>& lines_;
  const Layout& layout_;
  const Dialect& dialect_;
  const std::vector<Region>& regions_;
  std::size_t region_ = 0;  // the next one
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> cut_pieces(const std::vector<TextLine>& lines, const CutContext& context) {
  return Cutter(lines, context).cut();
}

std::size_t next_body(const std::vector<Piece>& pieces, std::size_t at) {
  ++at;
  while (at < pieces.size() && !pieces[at].is_body()) ++at;
  return at;
}

}  // namespace garland::plain
