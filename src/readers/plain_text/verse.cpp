#include "readers/plain_text/verse.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/unicode.h"
#include "readers/words/function_words.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

// Lines without blank lines between: [first, last).
struct Chunk {
  std::size_t first = 0;
  std::size_t last = 0;
  bool is_verse = false;
  std::size_t size() const { return last - first; }
};

bool may_be_verse_line(const Piece& piece) {
  return piece.is_open() && piece.line_count() == 1 && !piece.mark.is_some() &&
         !piece.is_told_heading && piece.measure.digits < 4 && piece.measure.width <= 90 &&
         piece.measure.letters > 0;
}

std::vector<Chunk> chunks_of(const std::vector<Piece>& pieces) {
  std::vector<Chunk> chunks;
  for (std::size_t i = 0; i < pieces.size();) {
    Chunk chunk{i, i + 1};
    while (chunk.last < pieces.size() && pieces[chunk.last].blanks == 0) ++chunk.last;
    i = chunk.last;
    chunks.push_back(chunk);
  }
  return chunks;
}

// Whether the lines sound like verse: words, not labels or code; some punctuated, not all of them
// sentences; short.
bool reads_like_verse(const std::vector<Piece>& pieces, const Chunk& chunk) {
  std::size_t words = 0;
  std::size_t width = 0;
  std::size_t unended = 0;
  std::size_t punctuated = 0;
  std::size_t labels = 0;
  std::size_t single = 0;
  for (std::size_t i = chunk.first; i < chunk.last; ++i) {
    const Piece& piece = pieces[i];
    if (!may_be_verse_line(piece)) return false;
    if (piece.measure.words == 1) ++single;
    if (piece.text.find_first_of("{}<>=|\\_") != std::string::npos) return false;
    words += piece.measure.words;
    width += piece.measure.width;
    if (!piece.measure.ends_sentence) ++unended;
    if (is_punctuation(piece.measure.last)) ++punctuated;
    const std::size_t colon = piece.text.find(": ");
    if (colon != std::string::npos && colon < 24) ++labels;
  }
  const std::size_t count = chunk.size();
  // Of three or four lines under a heading of their own, most end a sentence.
  const bool has_run_on = unended * 10 >= count * 3 && (count > 4 || unended * 2 >= count);
  return words >= count * 3 && width <= count * 60 && has_run_on && punctuated * 4 >= count &&
         labels * 3 <= count && single * 3 <= count;
}

// Whether the whole text is a poem: stanzas of short lines with the small words of running text,
// and hardly a paragraph. Then its lines need no punctuation to be verse.
class PoemJudge {
 public:
  explicit PoemJudge(const std::vector<Piece>& pieces) : pieces_(pieces) {}

  static bool is_poem_line(const Piece& piece) {
    return may_be_verse_line(piece) && piece.measure.words <= kLongestLine;
  }

  bool judge(const std::vector<Chunk>& chunks) {
    for (const Chunk& chunk : chunks) {
      for (std::size_t i = chunk.first; i < chunk.last; ++i) {
        if (pieces_[i].is_open()) add(i, chunk.size() > 1);
      }
    }
    constexpr std::size_t kFewest = 6;  // lines
    return lines_.size() >= kFewest && in_stanzas_ * 10 >= lines_.size() * 7 &&
           prose_words_ * 3 <= words_ && words_ >= lines_.size() * 2 &&
           unended_ * 2 >= lines_.size() && marked_ * 8 <= lines_.size() && has_small_words();
  }

 private:
  static constexpr std::uint32_t kLongestLine = 14;  // words

  void add(std::size_t at, bool in_stanza) {
    const Piece& piece = pieces_[at];
    const Measure& found = piece.measure;
    if (is_poem_line(piece)) {
      lines_.push_back(at);
      in_stanzas_ += in_stanza ? 1 : 0;
      words_ += found.words;
      unended_ += found.ends_sentence ? 0 : 1;
      marked_ += found.digits > 0 || piece.text.find(": ") != std::string::npos ? 1 : 0;
    } else if (found.words > kLongestLine) {
      prose_words_ += found.words;  // a note under the poem
    } else {
      ++marked_;
    }
  }
  bool has_small_words() const {
    constexpr double kLeast = 0.2;  // share
    FunctionWords small;
    for (const std::size_t at : lines_) small.add(ShortText(pieces_[at].text).function_words);
    return small.share() >= kLeast;
  }

  const std::vector<Piece>& pieces_;
  std::vector<std::size_t> lines_;  // pieces
  std::size_t in_stanzas_ = 0;
  std::size_t words_ = 0;
  std::size_t prose_words_ = 0;
  std::size_t unended_ = 0;
  std::size_t marked_ = 0;  // lines with figures or labels, or that are none of a poem
};

// Lines alone between stanzas are verse too.
void mark_poem(const std::vector<Piece>& pieces, std::vector<Chunk>& chunks) {
  for (Chunk& chunk : chunks) {
    chunk.is_verse = true;
    for (std::size_t i = chunk.first; i < chunk.last; ++i) {
      chunk.is_verse = chunk.is_verse && PoemJudge::is_poem_line(pieces[i]);
    }
  }
}

// Two lines alone, set in far, of which the first runs on.
bool is_couplet(const std::vector<Piece>& pieces, const Chunk& chunk, const Layout& layout) {
  constexpr std::uint32_t kSetIn = 4;  // columns
  if (chunk.size() != 2) return false;
  const Piece& first = pieces[chunk.first];
  return first.indent >= layout.base_indent + kSetIn &&
         first.indent == pieces[chunk.first + 1].indent && !first.measure.ends_sentence &&
         is_set_in_verse(pieces, chunk.first, chunk.last, layout);
}

}  // namespace

bool is_set_in_verse(const std::vector<Piece>& pieces, std::size_t first, std::size_t last,
                     const Layout& layout) {
  constexpr std::uint32_t kSetIn = 2;  // columns
  for (std::size_t i = first; i < last; ++i) {
    const bool goes_on = i > first && pieces[i - 1].measure.last == U',';
    if (pieces[i].indent < layout.base_indent + kSetIn) return false;
    if (!pieces[i].measure.begins_upper && !goes_on) return false;
  }
  return last - first >= 2 && reads_like_verse(pieces, {first, last, false});
}

void find_verse(std::vector<Piece>& pieces, const SetApartContext& context) {
  if (!context.layout.has_blank_lines) return;
  std::vector<Chunk> chunks = chunks_of(pieces);
  for (Chunk& chunk : chunks) {
    chunk.is_verse = chunk.size() >= 3 && reads_like_verse(pieces, chunk);
  }
  // A couplet beside other stanzas.
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const bool beside =
        (i > 0 && chunks[i - 1].is_verse) || (i + 1 < chunks.size() && chunks[i + 1].is_verse);
    if (beside && chunks[i].size() == 2) chunks[i].is_verse = reads_like_verse(pieces, chunks[i]);
  }
  for (Chunk& chunk : chunks) {
    chunk.is_verse = chunk.is_verse || is_couplet(pieces, chunk, context.layout);
  }
  if (PoemJudge(pieces).judge(chunks)) mark_poem(pieces, chunks);
  for (const Chunk& chunk : chunks) {
    if (!chunk.is_verse) continue;
    for (std::size_t i = chunk.first; i < chunk.last; ++i) pieces[i].kind = PieceKind::VerseLine;
    context.inferences.push_back(
        {range_of(context.lines[pieces[chunk.first].first_line],
                  context.lines[pieces[chunk.last - 1].last_line]),
         "verse", "short lines set apart that end before the margin and within sentences"});
  }
}

}  // namespace garland::plain
