#include "readers/plain_text/notes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "readers/plain_text/inlines.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

// Where the notes stand: pieces [first, last), one or several each.
struct NoteList {
  std::size_t first = 0;
  std::size_t last = 0;
  int count = 0;
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

// Where the paragraphs that go on with the note before `at` end; `at` when there are none. They
// stand before the next number, or are set in, or end with the mark that leads back.
std::size_t end_of_note(const std::vector<Piece>& pieces, std::size_t at, int next,
                        bool has_heading) {
  constexpr std::size_t kMost = 8;  // paragraphs
  const Piece& note = pieces[at - 1];
  if (back_mark_bytes(note.text) > 0) return at;
  const std::size_t last = std::min(pieces.size(), at + kMost);
  std::size_t set_in = at;
  for (std::size_t i = at; i < last && pieces[i].is_open() && !pieces[i].is_told_heading; ++i) {
    const int number = number_of(pieces[i], has_heading);
    if (number == next) return i;
    if (number > 0) break;
    if (back_mark_bytes(pieces[i].text) > 0) return i + 1;
    if (set_in == i && pieces[i].indent > note.indent) ++set_in;
  }
  return set_in;
}

// The last run of pieces numbered 1, 2, 3, …, with the paragraphs that go on with them.
NoteList last_list(const std::vector<Piece>& pieces) {
  NoteList found;
  for (std::size_t i = 0; i < pieces.size();) {
    const bool may_begin = number_of(pieces[i], true) == 1;
    const bool has_heading = may_begin && i > 0 && names_notes(pieces[i - 1].text);
    std::size_t end = i;
    int count = 0;
    while (end < pieces.size() && number_of(pieces[end], has_heading) == count + 1) {
      end = end_of_note(pieces, end + 1, ++count + 1, has_heading);
    }
    if (end > i) found = {i, end, count};
    i = std::max(end, i + 1);
  }
  return found;
}

// Whether the marks in the text and the notes are the same numbers.
bool marks_agree(const std::vector<Piece>& pieces, const NoteList& notes) {
  std::vector<bool> marked(static_cast<std::size_t>(notes.count) + 1, false);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if ((i >= notes.first && i < notes.last) || !pieces[i].is_body()) continue;
    const std::string& text = pieces[i].text;
    for (std::size_t at = 1; at < text.size(); ++at) {
      std::size_t length = 0;
      const int number = note_mark_at(text, at, length);
      if (number == 0) continue;
      if (number > notes.count) return false;
      marked[static_cast<std::size_t>(number)] = true;
    }
  }
  return std::all_of(marked.begin() + 1, marked.end(), [](bool is_marked) { return is_marked; });
}

// `number`: of a note that begins; 0 for a further paragraph of the one before.
void make_note(Piece& piece, int number) {
  const std::optional<NoteMark> mark = note_mark(piece.text);
  piece.note = number;
  piece.mark.bytes = number == 0 ? 0 : mark ? mark->bytes : piece.mark.bytes;
  piece.text.resize(piece.text.size() - back_mark_bytes(piece.text));
  while (!piece.text.empty() && piece.text.back() == ' ') piece.text.pop_back();
  piece.kind = PieceKind::Note;
}

}  // namespace

int find_notes(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
               std::vector<Inference>& inferences) {
  const NoteList notes = last_list(pieces);
  if (notes.count == 0 || notes.first == 0 || !marks_agree(pieces, notes)) return 0;
  const bool has_heading = names_notes(pieces[notes.first - 1].text);
  int number = 0;
  for (std::size_t i = notes.first; i < notes.last; ++i) {
    const bool begins = number_of(pieces[i], has_heading) == number + 1;
    if (begins) ++number;
    make_note(pieces[i], begins ? number : 0);
  }
  Piece& heading = pieces[notes.first - 1];
  if (heading.is_open() && !heading.must_stay && names_notes(heading.text)) {
    heading.kind = PieceKind::Dropped;
    heading.reason = "the heading of the notes, which are joined to their marks";
  }
  inferences.push_back(
      {range_of(lines[pieces[notes.first].first_line], lines[pieces[notes.last - 1].last_line]),
       "notes", "numbered texts at the end, each with its mark in the text"});
  return notes.count;
}

}  // namespace garland::plain
