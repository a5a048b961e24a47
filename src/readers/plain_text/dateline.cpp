#include "readers/plain_text/dateline.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/unicode.h"
#include "readers/plain_text/heading_words.h"
#include "readers/words/names.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kAbove = 5;       // pieces looked at above the title
constexpr std::size_t kHead = 14;       // below it
constexpr std::size_t kFoot = 40;       // below the article
constexpr std::size_t kLastPieces = 4;  // of the article, that are its foot too

class DatelineFinder {
 public:
  DatelineFinder(const std::vector<Piece>& pieces, const ArticleBounds& bounds)
      : pieces_(pieces), bounds_(bounds) {}

  Datelines find() {
    look_at_head();
    look_at_foot();
    if (!found_.date && change_) found_.date = change_;
    return std::move(found_);
  }

 private:
  bool is_running_text(std::size_t at) const {
    return pieces_[at].measure.is_prose() && bounds_.parts[at] == ArticlePart::Article;
  }
  bool is_enough() const { return found_.author && found_.date; }

  void look_at_head() {
    const std::size_t title = bounds_.title;
    const std::size_t begin = bounds_.has_title ? title + 1 : title;
    const std::size_t end = std::min(pieces_.size(), begin + kHead);
    std::size_t passed = 0;  // paragraphs: one may be a deck
    for (std::size_t i = begin; i < end && passed < 2 && !is_enough(); ++i) {
      if (take(i, i + 1 == end ? pieces_.size() : i + 1)) continue;
      if (!is_running_text(i)) continue;
      // Only a deck stands between a title and its byline.
      constexpr std::uint32_t kDeck = 40;          // words
      constexpr std::uint32_t kDeckSentences = 2;  // a longer one is the text
      const Measure& found = pieces_[i].measure;
      if (found.sentence_ends > kDeckSentences || found.words > kDeck) break;
      if (found.sentence_ends > 1 && !names_author_below(i)) break;
      ++passed;
    }
    const std::size_t top = title > kAbove ? title - kAbove : 0;
    for (std::size_t i = title; i-- > top && !is_enough();) take(i, pieces_.size());
  }

  // A deck of two sentences could as well be the first paragraph, below which a date is any.
  bool names_author_below(std::size_t at) const {
    constexpr std::size_t kNear = 3;  // pieces: a picture's caption may stand between
    const std::size_t end = std::min(pieces_.size(), at + 1 + kNear);
    for (std::size_t i = at + 1; i < end; ++i) {
      const std::optional<Byline> byline = read(i);
      if (byline && !byline->authors.empty()) return true;
    }
    return false;
  }

  // A byline, or a bare name with a date in the piece `next`.
  bool take(std::size_t at, std::size_t next) {
    std::optional<Byline> byline = read(at);
    const std::string_view name = before_button(pieces_[at].text);
    const bool is_name = has_only_names(name) && !name.starts_with("The ");
    if (!byline && next < pieces_.size() && is_name) {
      const std::optional<Byline> date = read(next);
      if (date && date->date && date->authors.empty()) byline = parse_byline(by(name));
    }
    // "By" in a line of its own above the name.
    if (!byline && is_name && at > 0 && is_byline_word(pieces_[at - 1].text)) byline = named(at);
    if (!byline && at == bounds_.title + 1 && bounds_.has_title && is_bare_author(at)) {
      byline = named(at);
    }
    if (!byline) return false;
    keep(at, std::move(*byline));
    return true;
  }
  // "Ada Roe · Follow" without what the site says behind the name.
  static std::string_view before_button(std::string_view text) {
    for (const std::string_view dot : {" · ", " • ", " | "}) {
      const std::size_t at = text.find(dot);
      if (at >= text.size()) continue;
      const SiteWords site = site_words(trim(text.substr(at + dot.size())));
      if (site == SiteWords::Weak || site == SiteWords::Strong) return text.substr(0, at);
    }
    return text;
  }
  // "Ada Roe", "Ada Roe and Ben Poe".
  static bool has_only_names(std::string_view text) {
    const std::vector<std::string_view> names = split_names(text);
    return !names.empty() && std::all_of(names.begin(), names.end(), looks_like_name);
  }
  std::optional<Byline> read(std::size_t at) const {
    return parse_byline(pieces_[at].text, bounds_.language);
  }
  // A person's name alone between the title and the text, where no heading stands below and the
  // text does not use its words as words.
  bool is_bare_author(std::size_t at) const {
    const Piece& piece = pieces_[at];
    if (!piece.is_open() || piece.is_told_heading || at + 2 > pieces_.size()) return false;
    if (!looks_like_name(piece.text) || !stands_alone(at)) return false;
    const ShortText name(piece.text);
    if (name.function_words.function > 0) return false;
    for (std::size_t i = at + 1; i < pieces_.size(); ++i) {
      if (bounds_.parts[i] != ArticlePart::Article || !pieces_[i].is_open()) continue;
      if (may_be_heading(i) || uses_one_of(pieces_[i].text, name.words)) return false;
    }
    return true;
  }
  bool stands_alone(std::size_t at) const {
    return pieces_[at].blanks > 0 && (at + 1 == pieces_.size() || pieces_[at + 1].blanks > 0);
  }
  bool may_be_heading(std::size_t at) const {
    constexpr std::uint32_t kLongest = 12;  // words
    const Measure& found = pieces_[at].measure;
    return stands_alone(at) && found.words <= kLongest && !found.ends_sentence &&
           found.begins_upper && at + 1 < pieces_.size() && pieces_[at + 1].measure.is_prose();
  }
  // Whether the text has one of the words as it is: in lower case.
  static bool uses_one_of(std::string_view text, std::string_view words) {
    while (!words.empty()) {
      const std::size_t space = std::min(words.find(' '), words.size());
      if (text.find(words.substr(0, space)) != std::string_view::npos) return true;
      words.remove_prefix(std::min(space + 1, words.size()));
    }
    return false;
  }
  static std::string by(std::string_view name) { return "By " + std::string(name); }
  std::optional<Byline> named(std::size_t at) const { return parse_byline(by(pieces_[at].text)); }

  void keep(std::size_t at, Byline byline) {
    if (byline.date && byline.is_of_change) {
      if (!change_) change_ = Dateline{at, byline};
    } else if (byline.date && !found_.date) {
      found_.date = Dateline{at, byline};
    }
    if (!byline.authors.empty() && !found_.author) found_.author = Dateline{at, std::move(byline)};
  }

  void look_at_foot() {
    std::size_t last = pieces_.size();
    while (last > bounds_.title && is_sites(bounds_.parts[last - 1])) --last;
    const std::size_t begin =
        std::max(last > kLastPieces ? last - kLastPieces : 0, bounds_.title + 1);
    const std::size_t end = std::min(pieces_.size(), last + kFoot);
    std::size_t after_text = last;  // the article's last lines behind its running text
    while (after_text > begin && (!is_running_text(after_text - 1) || read(after_text - 1))) {
      --after_text;
    }
    for (std::size_t i = after_text; i < end && !is_enough(); ++i) {
      if (heads_comment(pieces_[i].text)) return;
      std::optional<Byline> byline = read(i);
      if (!byline && i > after_text && looks_like_name(pieces_[i].text) && is_date_alone(i - 1)) {
        byline = named(i);
      }
      if (byline && counts_in_foot(i, *byline)) keep(i, std::move(*byline));
    }
  }
  bool is_date_alone(std::size_t at) const {
    const std::optional<Byline> byline = read(at);
    return byline && byline->date && byline->authors.empty() && byline->rest.empty() &&
           !byline->is_partial;
  }
  bool counts_in_foot(std::size_t at, const Byline& byline) const {
    if (byline.is_announced) return true;
    const bool is_alone = byline.rest.empty() && !byline.is_partial;
    // A list of other articles has their dates.
    const bool stands_apart =
        pieces_[at].blanks > 0 && (at + 1 == pieces_.size() || pieces_[at + 1].blanks > 0);
    const bool has_both = !byline.authors.empty() && byline.date;
    return stands_apart && (is_alone || has_both);
  }

  const std::vector<Piece>& pieces_;
  const ArticleBounds& bounds_;
  Datelines found_;
  std::optional<Dateline> change_;
};

}  // namespace

Datelines find_datelines(const std::vector<Piece>& pieces, const ArticleBounds& bounds) {
  return DatelineFinder(pieces, bounds).find();
}

}  // namespace garland::plain
