#include "readers/plain_text/references.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/unicode.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kLongestEntry = 80;  // words
constexpr std::size_t kLongestAnnotation = 400;
constexpr std::size_t kLongestAuthorNote = 90;  // words

// A year from 1400 to 2099, standing for itself.
bool has_year(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (i > 0 && is_ascii_digit(text[i - 1])) continue;
    if (i + 4 < text.size() && is_ascii_digit(text[i + 4])) continue;
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i),
                     text.begin() + static_cast<std::ptrdiff_t>(i + 4), is_ascii_digit)) {
      continue;
    }
    const std::string_view century = text.substr(i, 2);
    if (century >= "14" && century <= "20") return true;
  }
  return false;
}

bool has_address(std::string_view text) {
  return text.find("://") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos || text.find("doi") != std::string_view::npos;
}

// What an encyclopaedia's entry begins with, which leads back to the places of the note: "^ ",
// "↑ a b ", "^ Jump up to: a b ". Gives its bytes, white space included; 0 where there is none.
std::size_t back_links(std::string_view text) {
  constexpr auto kSigns = std::to_array<std::string_view>({"^", "↑"});
  constexpr auto kSaid = std::to_array<std::string_view>(
      {"Jump up to:", "Jump up", "Hochspringen nach:", "Hochspringen", "Springe nach oben",
       "Aller à :", "Revenir plus haut en :", "Saltar a:", "Ir para:", "Salta a:", "Omhoog gaan",
       "Hoppa upp till:", "Hopp opp til:", "Skocz do góry",
       "Skočit nahoru k:", "Перейти обратно:", "Перейти обратно"});
  const auto skip = [&text](std::size_t at, std::string_view words) {
    return text.substr(at).starts_with(words) ? at + words.size() : at;
  };
  std::size_t end = 0;
  for (const std::string_view sign : kSigns) end = std::max(end, skip(0, sign));
  if (end == 0) return 0;
  const auto skip_spaces = [&] { end = std::min(text.find_first_not_of(' ', end), text.size()); };
  skip_spaces();
  for (const std::string_view said : kSaid) {
    if (text.substr(end).starts_with(said)) {
      end = skip(end, said);
      break;
    }
  }
  skip_spaces();
  // The letters are two at least, in order; "a" alone may be a word of a title.
  std::size_t last = end;
  char letter = 'a';
  for (std::size_t at = end; at + 1 < text.size() && text[at] == letter && text[at + 1] == ' ';) {
    last = std::min(text.find_first_not_of(' ', at + 1), text.size());
    at = last;
    ++letter;
  }
  return letter > 'b' ? last : end;
}

// Evidence that a text is a reference: a year or address, names and titles between stops.
bool is_like_reference(const Piece& piece) {
  const Measure& found = piece.measure;
  if (found.words > kLongestEntry || found.words < 2) return false;
  const std::string_view text = piece.text;
  if (has_address(text) || note_mark(text) || back_links(text) > 0) return true;
  if (!has_year(text) || found.begins_lower) return false;
  const auto stops = std::count_if(text.begin(), text.end(),
                                   [](char c) { return c == '.' || c == ',' || c == ':'; });
  return stops >= 2;
}

class ReferenceFinder {
 public:
  ReferenceFinder(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                  std::vector<Inference>& inferences)
      : pieces_(pieces), lines_(lines), inferences_(inferences) {}

  void find() {
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
      if (!pieces_[i].is_open() || pieces_[i].measure.words > 6) continue;
      if (i < looked_through_) continue;
      const ShortText words(pieces_[i].text);
      if (names_references(words) || (names_notes(words) && leads_back(i))) i = mark_section(i);
    }
  }

 private:
  // Whether notes under this heading begin with the signs of an encyclopaedia's references.
  bool leads_back(std::size_t heading) const {
    const std::size_t first = next_body(pieces_, heading);
    return first < pieces_.size() && back_links(pieces_[first].text) > 0;
  }

  // Gives the section's last piece, or the heading where there is no section.
  std::size_t mark_section(std::size_t heading) {
    const std::size_t first = next_body(pieces_, heading);
    if (first >= pieces_.size() || !pieces_[first].is_open()) return heading;
    const bool is_marked = pieces_[first].mark.is_some() && back_links(pieces_[first].text) == 0;
    const std::size_t last = is_marked ? mark_typed_entries(first) : mark_bare_entries(first);
    if (last == first) return heading;
    pieces_[heading].kind = PieceKind::ReferencesHeading;
    pieces_[heading].level = 1;
    inferences_.push_back(
        {range_of(lines_[pieces_[heading].first_line], lines_[pieces_[last - 1].last_line]),
         "references", "a heading that names references, above entries that look like them"});
    return last - 1;
  }

  // Entries with bullets or numbers: the text set in under one is its annotation.
  std::size_t mark_typed_entries(std::size_t first) {
    const Piece& opening = pieces_[first];
    std::size_t entries = 0;
    std::size_t like = 0;
    std::size_t last = first;
    for (; last < pieces_.size() && pieces_[last].is_open(); ++last) {
      const Piece& piece = pieces_[last];
      if (piece.mark.is_some() && piece.mark.matches(opening.mark)) {
        ++entries;
        if (is_like_reference(piece)) ++like;
      } else if (piece.indent <= opening.indent) {
        break;
      }
    }
    looked_through_ = last;  // what is no list of references as a whole is none from its midst on
    if (like * 2 < entries) return first;
    for (std::size_t i = first; i < last; ++i) {
      Piece& piece = pieces_[i];
      const bool is_entry = piece.mark.is_some() && piece.mark.matches(pieces_[first].mark);
      piece.kind = is_entry ? PieceKind::ReferenceEntry : PieceKind::ReferenceAnnotation;
      if (is_entry) {
        piece.mark.bytes += back_links(std::string_view(piece.text).substr(piece.mark.bytes));
      }
    }
    return last;
  }

  // Entries without marks: each looks like a reference; text between two that does not is the
  // annotation of the first.
  std::size_t mark_bare_entries(std::size_t first) {
    if (!is_like_reference(pieces_[first])) return first;
    std::size_t last = first;  // after the last entry
    std::size_t entries = 0;
    std::size_t pending = 0;  // pieces since then
    for (std::size_t i = first; i < pieces_.size() && pieces_[i].is_open() && pending <= 2; ++i) {
      if (is_like_reference(pieces_[i])) {
        ++entries;
        pending = 0;
        last = i + 1;
      } else if (pieces_[i].measure.is_prose() && pieces_[i].measure.words <= kLongestAnnotation) {
        ++pending;
      } else {
        break;
      }
    }
    // Annotations are found only between entries, or set in.
    while (last < pieces_.size() && pieces_[last].is_open() && pieces_[last].measure.is_prose() &&
           pieces_[last].indent > pieces_[first].indent) {
      ++last;
    }
    if (entries * 2 < last - first && entries < 2) return first;
    for (std::size_t i = first; i < last; ++i) {
      const bool is_entry =
          is_like_reference(pieces_[i]) && pieces_[i].indent <= pieces_[first].indent;
      pieces_[i].mark = {};
      pieces_[i].mark.bytes = back_links(pieces_[i].text);
      pieces_[i].kind = is_entry ? PieceKind::ReferenceEntry : PieceKind::ReferenceAnnotation;
    }
    return last;
  }

  std::vector<Piece>& pieces_;
  const std::vector<TextLine>& lines_;
  std::vector<Inference>& inferences_;
  std::size_t looked_through_ = 0;  // pieces before this are no headings of references
};

// "… is a", "… lives in": what a note on an author says after the name.
bool tells_of_a_person(std::string_view after_name) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {" is ",       " was ", " are ",    " lives ", " writes ",  " works ",
       " teaches ",  " has ", " holds ",  " ist ",   " lebt ",    " arbeitet ",
       " schreibt ", " est ", " vit ",    " écrit ", " es ",      " vive ",
       " escribe ",  " è ",   " scrive ", " é ",     " escreve ", " woont ",
       " schrijft ", " är ",  " er ",     " jest ",  ", "});
  return std::any_of(kVerbs.begin(), kVerbs.end(), [after_name](std::string_view verb) {
    return after_name.substr(0, verb.size()) == verb;
  });
}

bool begins_with_author(std::string_view text, const Document& document) {
  for (const Contributor& author : document.metadata.contributors.value) {
    if (author.name.find(' ') == std::string::npos) continue;
    if (text.substr(0, author.name.size()) != author.name) continue;
    if (tells_of_a_person(text.substr(author.name.size()))) return true;
  }
  return false;
}

// The last pieces with a place in the text, at most `count`; the last one first.
std::vector<std::size_t> last_pieces(const std::vector<Piece>& pieces, std::size_t count) {
  std::vector<std::size_t> found;
  for (std::size_t i = pieces.size(); i-- > 0 && found.size() < count;) {
    if (pieces[i].is_body()) found.push_back(i);
  }
  return found;
}

}  // namespace

void find_references(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                     std::vector<Inference>& inferences) {
  ReferenceFinder(pieces, lines, inferences).find();
}

void find_author_note(std::vector<Piece>& pieces, const Document& document,
                      const std::vector<TextLine>& lines, std::vector<Inference>& inferences) {
  constexpr std::size_t kLookedAt = 4;
  const auto note = [&](std::size_t at, std::string why) {
    pieces[at].kind = PieceKind::AuthorNote;
    inferences.push_back({range_of(lines[pieces[at].first_line], lines[pieces[at].last_line]),
                          "author note", std::move(why)});
  };
  const std::vector<std::size_t> last = last_pieces(pieces, kLookedAt);
  for (std::size_t i = 0; i < last.size(); ++i) {
    Piece& piece = pieces[last[i]];
    if (!piece.is_open() || piece.measure.words > kLongestAuthorNote) return;
    if (i > 0 && names_author_note(piece.text)) {
      for (std::size_t below = i + 1; below-- > 0;) {
        note(last[below], "the last paragraphs, under a heading that names the author");
      }
      return;
    }
    if (begins_with_author(piece.text, document)) {
      note(last[i], "a short paragraph at the end that begins with the author's name");
      return;
    }
  }
}

}  // namespace garland::plain
