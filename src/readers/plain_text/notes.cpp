#include "readers/plain_text/notes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "readers/plain_text/inlines.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

// Where the notes stand: pieces [first, last), one each.
struct NoteList {
  std::size_t first = 0;
  std::size_t last = 0;
  int count() const { return static_cast<int>(last - first); }
};

// The mark behind a note that leads back to its place: "↩", with or without a variation selector.
std::size_t back_mark_bytes(std::string_view text) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({"\xE2\x86\xA9\xEF\xB8\x8E", "\xE2\x86\xA9\xEF\xB8\x8F",
                                       "\xE2\x86\xA9", "\xE2\x86\x91", "\xE2\x8F\x8E"});
  for (const std::string_view mark : kMarks) {
    if (text.size() > mark.size() && text.substr(text.size() - mark.size()) == mark) {
      return mark.size();
    }
  }
  return 0;
}

// The number a note's piece begins with. Under a heading that names notes, or with a mark that
// leads back, "1." will do.
int number_of(const Piece& piece, bool has_heading) {
  if (!piece.is_open()) return 0;
  if (const std::optional<NoteMark> mark = note_mark(piece.text)) return mark->number;
  const bool is_note = has_heading || back_mark_bytes(piece.text) > 0;
  return is_note && piece.mark.kind == Mark::Kind::Number ? piece.mark.number : 0;
}

// The last run of pieces numbered 1, 2, 3, ….
NoteList last_list(const std::vector<Piece>& pieces) {
  NoteList found;
  for (std::size_t i = 0; i < pieces.size();) {
    const bool may_begin = number_of(pieces[i], true) == 1;
    const bool has_heading = may_begin && i > 0 && names_notes(pieces[i - 1].text);
    std::size_t end = i;
    while (end < pieces.size() &&
           number_of(pieces[end], has_heading) == static_cast<int>(end - i) + 1) {
      ++end;
    }
    if (end > i) found = {i, end};
    i = std::max(end, i + 1);
  }
  return found;
}

// Whether the marks in the text and the notes are the same numbers.
bool marks_agree(const std::vector<Piece>& pieces, const NoteList& notes) {
  std::vector<bool> marked(static_cast<std::size_t>(notes.count()) + 1, false);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if ((i >= notes.first && i < notes.last) || !pieces[i].is_body()) continue;
    const std::string& text = pieces[i].text;
    for (std::size_t at = 1; at < text.size(); ++at) {
      std::size_t length = 0;
      const int number = note_mark_at(text, at, length);
      if (number == 0) continue;
      if (number > notes.count()) return false;
      marked[static_cast<std::size_t>(number)] = true;
    }
  }
  return std::all_of(marked.begin() + 1, marked.end(), [](bool is_marked) { return is_marked; });
}

}  // namespace

int find_notes(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
               std::vector<Inference>& inferences) {
  const NoteList notes = last_list(pieces);
  if (notes.count() == 0 || notes.first == 0 || !marks_agree(pieces, notes)) return 0;
  for (std::size_t i = notes.first; i < notes.last; ++i) {
    Piece& piece = pieces[i];
    piece.note = static_cast<int>(i - notes.first) + 1;
    const std::optional<NoteMark> mark = note_mark(piece.text);
    piece.mark.bytes = mark ? mark->bytes : piece.mark.bytes;
    piece.text.resize(piece.text.size() - back_mark_bytes(piece.text));
    while (!piece.text.empty() && piece.text.back() == ' ') piece.text.pop_back();
    piece.kind = PieceKind::Note;
  }
  Piece& heading = pieces[notes.first - 1];
  if (heading.is_open() && names_notes(heading.text)) {
    heading.kind = PieceKind::Dropped;
    heading.reason = "the heading of the notes, which are joined to their marks";
  }
  inferences.push_back(
      {range_of(lines[pieces[notes.first].first_line], lines[pieces[notes.last - 1].last_line]),
       "notes", "numbered texts at the end, each with its mark in the text"});
  return notes.count();
}

}  // namespace garland::plain
