#include "readers/plain_text_leftovers.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "readers/page_words.h"
#include "readers/plain_text_byline.h"

namespace garland::plain {

namespace {

constexpr std::size_t kZone = 1500;       // pieces at either end that are judged
constexpr std::size_t kLargestTail = 45;  // per cent of the words that may be the site's
constexpr std::size_t kLongestLabel = 6;  // words of a menu's entry

// What one piece looks like from afar.
struct Rating {
  SiteWords site = SiteWords::None;
  bool is_related = false;    // the heading of links to other pages, or of comments
  bool is_protected = false;  // a credit or attribution: never left out
  bool is_label = false;      // short and unpunctuated
  bool is_prose = false;

  bool is_sites() const {
    return site == SiteWords::Weak || site == SiteWords::Strong || is_related;
  }
  bool is_strong() const { return site == SiteWords::Strong; }
};

Rating rate(const Piece& piece) {
  Rating rating;
  const Measure& found = piece.measure;
  const std::string_view text = std::string_view(piece.text).substr(piece.mark.bytes);
  rating.is_protected = piece.must_stay || is_attribution(text) || begins_with_credit(text);
  rating.site = rating.is_protected ? SiteWords::None : site_words(text);
  rating.is_related = !rating.is_protected && names_related_links(text);
  rating.is_label = found.words <= kLongestLabel && !found.ends_sentence;
  rating.is_prose = found.is_prose() && !rating.is_protected &&
                    (rating.site == SiteWords::None || rating.site == SiteWords::Weak);
  return rating;
}

// Sums of ratings from one piece to the end.
struct Sums {
  std::size_t strong = 0;
  std::size_t weak = 0;
  std::size_t words = 0;
  std::size_t prose_words = 0;  // in paragraphs without a site's own words
};

class LeftoverFinder {
 public:
  LeftoverFinder(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                 std::vector<Inference>& inferences)
      : pieces_(pieces), lines_(lines), inferences_(inferences) {}

  std::size_t find() {
    const std::size_t title = find_head();
    find_tail(title);
    return title;
  }

 private:
  std::string quoted_beginning(const Piece& piece) const {
    constexpr std::size_t kShown = 48;
    std::size_t end = std::min(piece.text.size(), kShown);
    while (end < piece.text.size() &&
           (static_cast<unsigned char>(piece.text[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    return "\"" + piece.text.substr(0, end) + (end < piece.text.size() ? "…\"" : "\"");
  }

  void drop(std::size_t first, std::size_t last, const std::string& reason) {
    for (std::size_t i = first; i < last;) {
      std::size_t end = i;
      while (end < last && pieces_[end].is_open() && !rate(pieces_[end]).is_protected) {
        pieces_[end].kind = PieceKind::Dropped;
        pieces_[end++].reason = reason;
      }
      if (end > i) {
        inferences_.push_back(
            {range_of(lines_[pieces_[i].first_line], lines_[pieces_[end - 1].last_line]), "dropped",
             reason});
      }
      i = std::max(end, i + 1);
    }
  }

  // ---- above the article

  // The index of the first paragraph of running text, or the count.
  std::size_t first_prose() const {
    const std::size_t end = std::min(pieces_.size(), kZone);
    for (std::size_t i = 0; i < end; ++i) {
      if (pieces_[i].measure.is_prose() && site_words(pieces_[i].text) != SiteWords::Strong)
        return i;
    }
    return pieces_.size();
  }

  std::size_t find_head() {
    const std::size_t prose = first_prose();
    if (prose == pieces_.size() || prose < 2) return 0;
    std::vector<Rating> ratings;
    std::size_t sites = 0;
    std::size_t labels = 0;
    for (std::size_t i = 0; i < prose; ++i) {
      ratings.push_back(rate(pieces_[i]));
      if (ratings.back().is_sites()) ++sites;
      if (ratings.back().is_label) ++labels;
    }
    constexpr std::size_t kMenu = 8;  // labels
    const bool has_menu =
        sites >= 2 || (sites >= 1 && labels >= kMenu) || has_late_byline(prose, ratings);
    const std::size_t title = has_menu ? best_title(prose, ratings) : 0;
    drop(0, title,
         "a site's menu above the article: short labels and no sentence before the title");
    for (std::size_t i = title + 1; i < prose; ++i) {
      if (ratings[i].is_sites() && !parse_byline(pieces_[i].text)) {
        drop(i, i + 1, "a site's own words above the article: " + quoted_beginning(pieces_[i]));
      }
    }
    return title;
  }

  // A byline or date with labels above it: the title stands between them.
  bool has_late_byline(std::size_t prose, const std::vector<Rating>& ratings) const {
    constexpr std::size_t kFewLabels = 4;
    std::size_t labels = 0;
    for (std::size_t i = 1; i < prose; ++i) {
      if (ratings[i - 1].is_label) ++labels;
      if (labels > kFewLabels && parse_byline(pieces_[i].text)) return true;
    }
    return false;
  }

  std::size_t best_title(std::size_t prose, const std::vector<Rating>& ratings) const {
    std::size_t best = 0;
    int best_score = -1;
    for (std::size_t i = 0; i < prose; ++i) {
      if (ratings[i].is_sites()) continue;
      const int score = title_score(i, prose);
      if (score < best_score) continue;
      best = i;
      best_score = score;
    }
    return best_score < 0 ? 0 : best;
  }

  // How well a piece in the head would do as the title; below 0 not at all.
  int title_score(std::size_t at, std::size_t prose) const {
    const Piece& piece = pieces_[at];
    const Measure& found = piece.measure;
    if (piece.mark.is_some() || found.words < 2 || found.words > 25 || found.letters == 0)
      return -1;
    if (found.last == U'.' || found.last == U':' || parse_byline(piece.text)) return -1;
    int score = static_cast<int>(std::min<std::size_t>(found.words, 8));
    score += static_cast<int>(6 * at / prose);
    if (stands_apart(at)) score += 4;
    if (at + 1 < prose && parse_byline(pieces_[at + 1].text)) score += 5;
    if (at > 0 && title_like(at - 1)) score -= 5;  // a deck comes second
    if (is_told_elsewhere(at, prose)) score += 6;
    return score;
  }

  bool stands_apart(std::size_t at) const {
    return pieces_[at].blanks > 0 && at + 1 < pieces_.size() && pieces_[at + 1].blanks > 0;
  }
  bool title_like(std::size_t at) const {
    const Measure& found = pieces_[at].measure;
    return stands_apart(at) && found.words >= 4 && found.words <= 25 && !found.ends_sentence;
  }

  // The window's title or a trail of links repeats the article's title.
  bool is_told_elsewhere(std::size_t at, std::size_t prose) const {
    constexpr std::size_t kNear = 40;  // pieces: the head of a page is short
    const std::string words = folded(pieces_[at].text.substr(0, kLongestPhraseText));
    if (words.size() < 8) return false;
    const std::size_t begin = at > kNear ? at - kNear : 0;
    for (std::size_t i = begin; i < std::min(prose, at + kNear); ++i) {
      const std::string& other = pieces_[i].text;
      if (i == at || other.size() < pieces_[at].text.size() || other.size() > kLongestPhraseText) {
        continue;
      }
      if (folded(other).find(words) != std::string::npos) return true;
    }
    return false;
  }

  // ---- below the article

  void find_tail(std::size_t title) {
    const std::size_t first = first_of_tail(title);
    if (first >= pieces_.size()) return;
    std::vector<Rating> ratings;
    for (std::size_t i = first; i < pieces_.size(); ++i) ratings.push_back(rate(pieces_[i]));
    const std::vector<Sums> sums = sum_up(first, ratings);
    for (std::size_t i = 0; i < ratings.size(); ++i) {
      if (!ratings[i].is_sites() || !begins_tail(i, ratings, sums)) continue;
      drop(first + i, pieces_.size(),
           "site leftovers at the end: from " + quoted_beginning(pieces_[first + i]) +
               " on only log-in boxes, links, adverts and the like follow");
      return;
    }
  }

  // What a piece weighs in the article: menus and clouds of tags may be long, but are no prose.
  static std::size_t weight(const Piece& piece) {
    return piece.measure.is_prose() ? piece.measure.words : 0;
  }

  // The last pieces, with less than the share of running text that may be the site's.
  std::size_t first_of_tail(std::size_t title) const {
    std::size_t all = 0;
    for (const Piece& piece : pieces_) all += weight(piece);
    if (all == 0) return pieces_.size();
    std::size_t tail = 0;
    std::size_t first = pieces_.size();
    while (first > title + 1 && pieces_.size() - first < kZone) {
      tail += weight(pieces_[first - 1]);
      if (tail * 100 > all * kLargestTail) break;
      --first;
    }
    return first;
  }

  std::vector<Sums> sum_up(std::size_t first, const std::vector<Rating>& ratings) const {
    std::vector<Sums> sums(ratings.size() + 1);
    for (std::size_t i = ratings.size(); i-- > 0;) {
      Sums& sum = sums[i] = sums[i + 1];
      const std::size_t words = pieces_[first + i].measure.words;
      sum.words += words;
      if (ratings[i].is_strong()) {
        ++sum.strong;
      } else if (ratings[i].is_sites()) {
        ++sum.weak;
      } else if (ratings[i].is_prose) {
        sum.prose_words += words;
      }
    }
    return sums;
  }

  bool begins_tail(std::size_t at, const std::vector<Rating>& ratings,
                   const std::vector<Sums>& sums) const {
    const Sums& sum = sums[at];
    const std::size_t sites = sum.strong + sum.weak;
    // Nothing but labels and a site's words: a menu, or a heading with nothing under it.
    if (sum.prose_words == 0 && (sum.strong > 0 || sites >= 2 || ratings[at].is_related))
      return true;
    if (is_cluster(at, ratings)) {
      return ends_with_sites_words(ratings) || sum.prose_words * 100 <= sum.words * 15;
    }
    // Headings of links and comments, with more of a site's words further on.
    if (!ratings[at].is_related) return false;
    const std::size_t further = sites - 1;
    return further >= 5 || (further >= 3 && sum.prose_words * 10 <= sum.words * 3);
  }

  // A site's words close together.
  static bool is_cluster(std::size_t at, const std::vector<Rating>& ratings) {
    constexpr std::size_t kClose = 6;  // pieces
    std::size_t strong = 0;
    std::size_t all = 0;
    for (std::size_t i = at; i < std::min(ratings.size(), at + kClose); ++i) {
      if (ratings[i].is_strong()) ++strong;
      if (ratings[i].is_sites()) ++all;
    }
    return all >= 4 && strong >= 2;
  }

  static bool ends_with_sites_words(const std::vector<Rating>& ratings) {
    constexpr std::size_t kLast = 4;  // pieces
    const std::size_t begin = ratings.size() > kLast ? ratings.size() - kLast : 0;
    return std::any_of(ratings.begin() + static_cast<std::ptrdiff_t>(begin), ratings.end(),
                       [](const Rating& rating) { return rating.is_strong(); });
  }

  std::vector<Piece>& pieces_;
  const std::vector<TextLine>& lines_;
  std::vector<Inference>& inferences_;
};

}  // namespace

std::size_t find_leftovers(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                           const ReaderOptions& options, std::vector<Inference>& inferences) {
  if (options.keep_all || options.keep_boilerplate) return 0;
  return LeftoverFinder(pieces, lines, inferences).find();
}

}  // namespace garland::plain
