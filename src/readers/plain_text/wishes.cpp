#include "readers/plain_text/wishes.h"

#include <string>

namespace garland::plain {

namespace {

bool has_kept_line(const Piece& piece, const std::vector<TextLine>& lines, Wishes& wishes) {
  bool is_kept = false;
  for (std::size_t i = piece.first_line; i <= piece.last_line; ++i) {
    is_kept |= lines[i].must_stay || wishes.must_stay(lines[i].text, range_of(lines[i], lines[i]));
  }
  return is_kept ||
         (piece.line_count() > 1 &&
          wishes.must_stay(piece.text, range_of(lines[piece.first_line], lines[piece.last_line])));
}

void apply_wish(Piece& piece, const std::vector<TextLine>& lines, Wishes& wishes) {
  const SourceRange place = range_of(lines[piece.first_line], lines[piece.last_line]);
  // A line may be named by its words alone, without what the rendering program set around them.
  const std::string_view words = std::string_view(piece.text).substr(piece.mark.bytes);
  const bool has_marks = piece.mark.bytes > 0 || !lines[piece.first_line].cuts.empty();
  if (piece.kind == PieceKind::Dropped || has_marks) {
    const std::string_view reason = wishes.reason_to_go(words, place);
    if (piece.kind == PieceKind::Dropped) return;  // marked by its line
    if (!reason.empty()) {
      piece.kind = PieceKind::Dropped;
      piece.reason = reason;
      return;
    }
  }
  piece.must_stay = wishes.name_kept_lines() && has_kept_line(piece, lines, wishes);
  if (!piece.must_stay && piece.line_count() > 1) {
    const std::string_view reason = wishes.reason_to_go(piece.text, place);
    if (!reason.empty()) {
      piece.kind = PieceKind::Dropped;
      piece.reason = reason;
      return;
    }
  }
  if (wishes.name_headings() && wishes.is_heading(piece.text, place)) {
    piece.kind = PieceKind::Heading;
    piece.level = 1;
  }
}

}  // namespace

void mark_wished_lines(std::vector<TextLine>& lines, Wishes& wishes) {
  if (wishes.are_none()) return;
  for (TextLine& line : lines) {
    if (line.is_blank()) continue;
    line.must_stay = wishes.must_stay(line.text, range_of(line, line));
    if (!line.must_stay) line.reason_to_go = wishes.reason_to_go(line.text, range_of(line, line));
  }
}

void apply_wishes(std::vector<Piece>& pieces, const std::vector<TextLine>& lines, Wishes& wishes) {
  if (wishes.are_none()) return;
  for (Piece& piece : pieces) apply_wish(piece, lines, wishes);
}

void restore_kept(std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    const bool is_away = piece.kind == PieceKind::Dropped || piece.kind == PieceKind::Metadata;
    if (piece.must_stay && is_away) {
      piece.kind = PieceKind::Paragraph;
      piece.reason.clear();
    }
  }
}

}  // namespace garland::plain
