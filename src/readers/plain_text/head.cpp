#include "readers/plain_text/head.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/metadata_values.h"
#include "readers/plain_text/dateline.h"
#include "readers/plain_text/heading_words.h"
#include "readers/plain_text/inlines.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kLongestHeadTitle = 25;  // words
constexpr std::size_t kHeadPieces = 8;         // looked at after the title
constexpr std::size_t kRepetitionWithin = 6;   // pieces
constexpr std::size_t kLongestDeck = 60;       // words

// "GREENPORT, 3 June 2019 – The ferry …", "LONDON (AP) — …": how agencies begin a report.
bool begins_with_place_and_date(std::string_view text) {
  constexpr std::size_t kWithin = 70;   // bytes
  constexpr std::size_t kShortest = 3;  // letters of a place
  constexpr auto kDashes = std::to_array<std::string_view>({" – ", " — ", " - ", " -- ", "/ -- "});
  text = text.substr(0, kWithin);
  std::size_t end = std::string_view::npos;
  for (const std::string_view dash : kDashes) end = std::min(end, text.find(dash));
  if (end == std::string_view::npos) return false;
  const std::string_view place = text.substr(0, std::min(text.find_first_of(",("), end));
  const Measure found = measure(place);
  return found.letters >= kShortest && found.lower == 0 && found.begins_upper && found.digits == 0;
}

// Whether four words in five are the same. Takes lookup_words.
bool are_nearly_equal(std::string_view left, std::string_view right) {
  const auto words_of = [](std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
      const std::size_t space = std::min(text.find(' '), text.size());
      words.push_back(text.substr(0, space));
      text.remove_prefix(std::min(space + 1, text.size()));
    }
    std::sort(words.begin(), words.end());
    return words;
  };
  const std::vector<std::string_view> first = words_of(left);
  const std::vector<std::string_view> second = words_of(right);
  std::vector<std::string_view> common;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                        std::back_inserter(common));
  constexpr std::size_t kFewest = 2;
  return common.size() >= kFewest && common.size() * 10 >= (first.size() + second.size()) * 4;
}

class HeadFinder {
 public:
  HeadFinder(std::vector<Piece>& pieces, const ArticleBounds& bounds, const HeadContext& context)
      : pieces_(pieces), bounds_(bounds), title_(bounds.title), context_(context) {}

  void find() {
    if (metadata().title.is_set()) {
      // Told by the file's own head, above which nothing stands.
      if (metadata().title.origin == Origin::Inferred) title_ = 0;
      while (title_ < pieces_.size() && !pieces_[title_].is_body()) ++title_;
      drop_repetitions(plain_text(metadata().title.value), title_);
      drop_other_wording(plain_text(metadata().title.value));
      below_ = title_;
    } else if (find_title()) {
      below_ = title_ + 1;
    } else {
      below_ = title_;
      take_datelines();
      return;
    }
    take_datelines();
    drop_parted_byline();
    find_lines_below();
  }

 private:
  Metadata& metadata() { return context_.document.metadata; }
  SourceRange range(const Piece& piece) const {
    return range_of(context_.lines[piece.first_line], context_.lines[piece.last_line]);
  }
  void infer(const Piece& piece, std::string what, std::string why) {
    context_.document.inferences.push_back({range(piece), std::move(what), std::move(why)});
  }

  bool is_like_title(std::size_t at) const {
    const Piece& piece = pieces_[at];
    const Measure& found = piece.measure;
    if (!piece.is_open() || found.letters + found.digits == 0) return false;
    if (found.words > kLongestHeadTitle || piece.mark.kind == Mark::Kind::Bullet) return false;
    if (at + 1 >= pieces_.size() || found.last == U',' || found.last == U';') return false;
    if (!is_full_stop(found.last) || heading_style(found) == HeadingStyle::Capitals) return true;
    // "We lost." may be a title when it stands alone above a longer text.
    return found.words <= 10 && found.sentence_ends <= 1 && pieces_[at + 1].blanks > 0 &&
           pieces_[at + 1].measure.words > 2 * found.words;
  }

  bool find_title() {
    if (title_ >= pieces_.size() || !bounds_.has_title) return false;
    while (title_ < pieces_.size() && !pieces_[title_].is_body()) ++title_;
    if (is_logo(title_)) title_ = next_body(pieces_, title_);
    if (title_ >= pieces_.size()) return false;
    drop_window_title();
    if (!is_like_title(title_)) return false;
    Piece& piece = pieces_[title_];
    piece.kind = PieceKind::Metadata;
    const std::string why = "the first line, short and set above the text";
    metadata().title = {text_inlines(piece.text, range(piece)), Origin::Inferred, why,
                        range(piece)};
    infer(piece, "title", why);
    drop_repetitions(piece.text, title_ + 1);
    return true;
  }

  // What stands between a page's title and its site's.
  static bool has_separator(std::string_view text) {
    static constexpr auto kSeparators = std::to_array<std::string_view>({"|", "-", "–", "—", "·"});
    return std::any_of(kSeparators.begin(), kSeparators.end(), [text](std::string_view sign) {
      return text.find(sign) != std::string_view::npos;
    });
  }

  // The site's, above the title: a picture's words, or a link above a heading that its marks tell.
  bool is_logo(std::size_t at) const {
    const std::size_t next = at < pieces_.size() ? next_body(pieces_, at) : at;
    if (next >= pieces_.size() || pieces_[at].is_told_heading) return false;
    return is_in_brackets(pieces_[at].text) ||
           (pieces_[at].is_one_link() && pieces_[next].is_told_heading);
  }

  // "The title | The site" above "The title" is the name of the browser's window.
  void drop_window_title() {
    const std::string window = folded(pieces_[title_].text.substr(0, kLongestPhraseText));
    if (!has_separator(window)) return;
    const std::size_t end = std::min(pieces_.size(), title_ + kRepetitionWithin);
    for (std::size_t i = title_ + 1; i < end; ++i) {
      const std::string words = folded(pieces_[i].text.substr(0, kLongestPhraseText));
      if (words.size() < 3 || words.size() + 3 > window.size() || !pieces_[i].is_open()) continue;
      if (window.compare(0, words.size(), words) != 0) continue;
      if (!has_separator(std::string_view(window).substr(words.size(), 4))) continue;
      drop(pieces_[title_], "the title of the browser's window, which repeats the article's");
      title_ = i;
      return;
    }
  }

  void drop_repetitions(const std::string& title, std::size_t from) {
    const std::string words = folded(title);
    const std::size_t end = std::min(pieces_.size(), from + kRepetitionWithin);
    for (std::size_t i = from; i < end; ++i) {
      Piece& piece = pieces_[i];
      if (!piece.is_open() || piece.text.size() > 2 * title.size() + 16) continue;
      if (folded(piece.text) == words) drop(piece, "the title, printed twice, stands once");
    }
  }

  // The first line where it is the front matter's title in slightly other words: "A Green
  // Lighthouse" for "The Green Lighthouse".
  void drop_other_wording(const std::string& title) {
    if (title_ >= pieces_.size() || !bounds_.has_title || !is_like_title(title_)) return;
    Piece& piece = pieces_[title_];
    if (piece.measure.is_prose() ||
        !are_nearly_equal(lookup_words(title), lookup_words(piece.text))) {
      return;
    }
    drop(piece, "the title, which the front matter gives in slightly other words");
  }

  void drop(Piece& piece, std::string reason) {
    if (context_.options.keep_all || piece.must_stay) return;
    infer(piece, "dropped", reason);
    piece.kind = PieceKind::Dropped;
    piece.reason = std::move(reason);
  }

  // ---- byline and date

  void take_datelines() {
    const Datelines found = find_datelines(pieces_, bounds_);
    if (found.author && !metadata().contributors.is_set()) {
      const Piece& piece = pieces_[found.author->piece];
      const std::string why = "a byline: \"" + piece.text + "\"";
      metadata().contributors = {found.author->byline.authors, Origin::Inferred, why, range(piece)};
      infer(piece, "byline", why);
      told_.push_back(found.author->piece);
    }
    if (found.date && !metadata().date.is_set()) {
      const Piece& piece = pieces_[found.date->piece];
      const std::string why = "a line with a date or byline: \"" + piece.text + "\"";
      metadata().date = {*found.date->byline.date, Origin::Inferred, why, range(piece)};
      infer(piece, "date", why);
      told_.push_back(found.date->piece);
    }
    if (found.author) settle(found.author->piece, found.author->byline);
    if (found.date) settle(found.date->piece, found.date->byline);
  }

  // Whether the piece's names or date went to the metadata.
  bool is_told(std::size_t at) const {
    return std::find(told_.begin(), told_.end(), at) != told_.end();
  }

  // A line with nothing but a name or date that the front matter gives too: it is not printed under
  // the byline that stands above the article.
  bool drop_overruled(Piece& piece, const Byline& byline) {
    const bool names_whom =
        byline.authors.empty() || metadata().contributors.origin == Origin::FrontMatter;
    const bool says_when = !byline.date || metadata().date.origin == Origin::FrontMatter;
    if (!names_whom || !says_when || byline.is_partial || piece.must_stay) return false;
    if (!piece.is_open()) return true;
    drop(piece, "a byline or date; the front matter says who wrote it and when");
    return piece.kind == PieceKind::Dropped;
  }

  // What was not understood stays in the text, and the rest of the line with it.
  void settle(std::size_t at, const Byline& byline) {
    Piece& piece = pieces_[at];
    if (drop_overruled(piece, byline)) return;
    if (byline.is_partial || piece.kind == PieceKind::Metadata) return;
    if (!is_told(at)) return;
    if (byline.rest.empty()) {
      piece.kind = PieceKind::Metadata;
    } else if (piece.is_open()) {
      drop(piece, "a byline with the site's own words in it; names and date are in the metadata");
    }
  }

  // "BY" and a name under it, where the metadata has the name from elsewhere.
  void drop_parted_byline() {
    if (!metadata().contributors.is_set() || metadata().contributors.value.empty()) return;
    const std::string author = folded(metadata().contributors.value.front().name);
    const std::size_t end = std::min(pieces_.size(), below_ + kRepetitionWithin);
    for (std::size_t i = below_; i + 1 < end; ++i) {
      if (!pieces_[i].is_open() || pieces_[i].measure.words > 1) continue;
      if (!is_byline_word(pieces_[i].text) || folded(pieces_[i + 1].text) != author) continue;
      drop(pieces_[i], "a byline, which stands above the article");
      drop(pieces_[i + 1], "a byline, which stands above the article");
    }
  }

  // ---- deck and picture, down to the running text

  void find_lines_below() {
    const std::size_t end = std::min(pieces_.size(), below_ + kHeadPieces);
    std::size_t passed = 0;  // pieces left as they are
    for (std::size_t i = below_; i < end && passed < 2; ++i) {
      Piece& piece = pieces_[i];
      if (!piece.is_open() || take_picture(piece)) continue;
      if (passed == 0 && take_deck(i)) continue;
      ++passed;
      if (piece.measure.is_prose() && piece.measure.words > kLongestDeck) break;
    }
  }

  bool take_picture(Piece& piece) {
    const Measure& found = piece.measure;
    if (found.words < 5 || found.words > 60 || found.sentence_ends > 1) return false;
    if (!describes_picture(piece.text)) return false;
    piece.kind = PieceKind::PictureDescription;
    infer(piece, "picture", "one sentence alone below the title that describes a picture");
    return true;
  }

  bool take_deck(std::size_t at) {
    Piece& piece = pieces_[at];
    const Measure& found = piece.measure;
    if (is_told(at)) return false;
    if (metadata().subtitle.is_set() || found.words < 4 || found.words > kLongestDeck) return false;
    if (piece.mark.is_some() || found.last == U':' || found.last == U',') return false;
    if (at + 1 >= pieces_.size() || is_attribution(piece.text)) return false;
    if (site_words(piece.text) == SiteWords::Weak) return false;
    if (found.digits > 3 && !dates_in(piece.text).empty()) return false;
    const std::string why = reason_for_deck(at);
    if (why.empty()) return false;
    piece.kind = PieceKind::Metadata;
    metadata().subtitle = {text_inlines(piece.text, range(piece)), Origin::Inferred, why,
                           range(piece)};
    infer(piece, "subtitle", why);
    return true;
  }

  // Empty when the evidence is not good.
  std::string reason_for_deck(std::size_t at) const {
    const Measure& found = pieces_[at].measure;
    if (is_told(at + 1)) return "a line between the title and the byline";
    if (begins_with_place_and_date(pieces_[at + 1].text)) {
      return "a line between the title and the place where the report was sent from";
    }
    constexpr std::size_t kLongerThanHeading = 10;  // words
    if (!found.ends_sentence && found.words >= kLongerThanHeading &&
        pieces_[at + 1].measure.is_prose()) {
      return "the second line, longer than a heading and without the full stop of the paragraphs";
    }
    return {};
  }

  std::vector<Piece>& pieces_;
  const ArticleBounds& bounds_;
  std::vector<std::size_t> told_;  // pieces whose names or date went to the metadata
  std::size_t title_;              // the piece that is or would be the title
  std::size_t below_ = 0;          // the first piece after it
  const HeadContext& context_;
};

}  // namespace

void find_head(std::vector<Piece>& pieces, const ArticleBounds& bounds,
               const HeadContext& context) {
  HeadFinder(pieces, bounds, context).find();
}

}  // namespace garland::plain
