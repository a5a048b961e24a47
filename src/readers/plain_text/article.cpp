#include "readers/plain_text/article.h"

#include <algorithm>
#include <array>
#include <limits>

#include "readers/plain_text/title.h"

namespace garland::plain {

namespace {

constexpr std::size_t kParts = 6;
constexpr double kNever = -std::numeric_limits<double>::infinity();

constexpr std::size_t index_of(ArticlePart part) { return static_cast<std::size_t>(part); }

struct Step {
  ArticlePart from;
  ArticlePart to;
  double cost;
};

constexpr auto kSteps = std::to_array<Step>({
    {ArticlePart::Above, ArticlePart::Above, 0},
    // Less the likeness of the piece to a title.
    {ArticlePart::Above, ArticlePart::Head, 0.8},
    // An article without a title.
    {ArticlePart::Above, ArticlePart::Article, 4.0},
    {ArticlePart::Head, ArticlePart::Head, 0},
    {ArticlePart::Head, ArticlePart::WithinHead, 0.8},
    {ArticlePart::Head, ArticlePart::Article, 0},
    {ArticlePart::WithinHead, ArticlePart::WithinHead, 0},
    {ArticlePart::WithinHead, ArticlePart::Head, 0},
    {ArticlePart::WithinHead, ArticlePart::Article, 0},
    {ArticlePart::Article, ArticlePart::Article, 0},
    {ArticlePart::Article, ArticlePart::Island, 3.0},
    {ArticlePart::Article, ArticlePart::Below, 2.0},
    {ArticlePart::Island, ArticlePart::Island, 0},
    {ArticlePart::Island, ArticlePart::Article, 1.0},
    {ArticlePart::Below, ArticlePart::Below, 0},
});

using Sums = std::array<double, kParts>;
using Origins = std::array<ArticlePart, kParts>;

class Labeller {
 public:
  Labeller(const std::vector<Piece>& pieces, const Evidence& evidence)
      : pieces_(pieces), evidence_(evidence) {}

  ArticleBounds find() {
    ArticleBounds bounds;
    bounds.parts.assign(pieces_.size(), ArticlePart::Article);
    bounds.language = evidence_.language;
    if (!evidence_.has_site || pieces_.empty()) return bounds;
    begins_ = begin_scores(pieces_, evidence_);
    run_forward();
    ArticlePart part = best_end();
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      bounds.parts[i] = part;
      part = origins_[i].at(index_of(part));
    }
    give_back(bounds.parts);
    give_back_sentences(bounds.parts);
    const auto head = std::find_if(bounds.parts.begin(), bounds.parts.end(),
                                   [](ArticlePart at) { return at != ArticlePart::Above; });
    bounds.title = static_cast<std::size_t>(head - bounds.parts.begin());
    bounds.has_title = bounds.title == 0 || *head == ArticlePart::Head;
    return bounds;
  }

 private:
  // What the piece adds to the sum of a labelling that puts it there.
  double emission(std::size_t at, ArticlePart part) const {
    const Facts& facts = evidence_.facts[at];
    if (part == ArticlePart::WithinHead && facts.is_prose && !facts.is_site_phrase) return kNever;
    // A byline that stands apart belongs below the title.
    constexpr double kBylineAbove = -0.5;
    constexpr double kIslandPiece = 0.5;
    // A credit stays wherever it stands.
    const bool counts = !facts.is_protected && pieces_[at].is_body();
    if (part == ArticlePart::Above && begins_.is_byline(at)) {
      return begins_.is_full_byline(at) ? 3 * kBylineAbove : kBylineAbove;
    }
    const double score = counts ? evidence_.scores[at] : 0;
    // Running text above the article is doubly doubted: a subheading further down may look the
    // better title, and all before it would go.
    constexpr double kTextAbove = 1.5;
    if (part == ArticlePart::Above && is_running_text(at)) {
      return std::min(2 * score, score - kTextAbove);
    }
    if (part == ArticlePart::Island) return score * island_shares_[at] - kIslandPiece;
    if (is_sites(part)) return score;
    if (part != ArticlePart::Head || !facts.is_prose) return 0;
    // Running text in the head can only be a deck.
    constexpr std::uint32_t kLongestDeck = 40;  // words
    constexpr double kDeck = -2.5;              // log-odds of one
    if (pieces_[at].measure.words > kLongestDeck) return kNever;
    return kDeck;
  }
  bool is_running_text(std::size_t at) const {
    constexpr std::uint32_t kFewest = 18;  // words
    const Measure& found = pieces_[at].measure;
    const Facts& facts = evidence_.facts[at];
    return facts.is_prose && !facts.is_site_phrase && !pieces_[at].mark.is_some() &&
           found.words >= kFewest && found.ends_sentence;
  }
  double bonus(std::size_t at, ArticlePart from, ArticlePart to) const {
    if (from == ArticlePart::Above) return bonus_of_beginning(at, to);
    // A line below the title that would be a much better one.
    constexpr double kGoodTitle = 3.5;
    const bool is_in_head = from == ArticlePart::Head || from == ArticlePart::WithinHead;
    return is_in_head ? std::min(0.0, (kGoodTitle - begins_.title[at]) / 2) : 0;
  }
  double bonus_of_beginning(std::size_t at, ArticlePart part) const {
    if (part == ArticlePart::Head) return begins_.title[at];
    constexpr double kByline = 3.5;  // the first line of an article whose title was not copied
    return part == ArticlePart::Article && begins_.is_full_byline(at) ? kByline : 0;
  }

  // An island is a bar or a box: a longer run of what is the site's stands at the article's end,
  // and counts within the article for no more than a box.
  void measure_islands() {
    constexpr double kBox = 5;  // pieces
    island_shares_.assign(pieces_.size(), 1.0);
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i;
      while (end < pieces_.size() && evidence_.scores[end] > 0) ++end;
      const double share =
          std::min(1.0, kBox / static_cast<double>(std::max<std::size_t>(end - i, 1)));
      std::fill(island_shares_.begin() + static_cast<std::ptrdiff_t>(i),
                island_shares_.begin() + static_cast<std::ptrdiff_t>(end), share);
      i = std::max(end, i + 1);
    }
  }

  void run_forward() {
    measure_islands();
    constexpr double kBeginsWithTitle = 0.3;  // people copy from the title on
    Sums sums;
    sums.fill(kNever);
    sums.at(index_of(ArticlePart::Above)) = emission(0, ArticlePart::Above);
    sums.at(index_of(ArticlePart::Head)) =
        emission(0, ArticlePart::Head) + begins_.title[0] + kBeginsWithTitle;
    sums.at(index_of(ArticlePart::Article)) = 0;
    origins_.resize(pieces_.size());
    for (std::size_t i = 1; i < pieces_.size(); ++i) sums = step(i, sums);
    last_ = sums;
  }

  Sums step(std::size_t at, const Sums& before) {
    Sums emissions;
    for (std::size_t i = 0; i < kParts; ++i) {
      emissions.at(i) = emission(at, static_cast<ArticlePart>(i));
    }
    Sums sums;
    sums.fill(kNever);
    for (const Step& change : kSteps) {
      const double sum = before.at(index_of(change.from)) - change.cost +
                         bonus(at, change.from, change.to) + emissions.at(index_of(change.to));
      if (sum <= sums.at(index_of(change.to))) continue;
      sums.at(index_of(change.to)) = sum;
      origins_[at].at(index_of(change.to)) = change.from;
    }
    return sums;
  }

  // In doubt the article keeps what stands at its end: up to its last sentence before which the
  // site is hardly more likely than the article, and nothing is surely the site's but
  // advertisements.
  void give_back(std::vector<ArticlePart>& parts) const {
    constexpr double kDoubt = 1.5;      // log-odds
    constexpr double kSentence = -0.5;  // of a piece that speaks for the article
    constexpr double kSure = 2.0;       // of a piece that the site's words or signs tell
    const auto below = std::find(parts.begin(), parts.end(), ArticlePart::Below);
    const auto first = static_cast<std::size_t>(below - parts.begin());
    std::size_t end = first;
    double sum = 0;
    for (std::size_t i = first; i < parts.size(); ++i) {
      const Facts& facts = evidence_.facts[i];
      if (facts.is_advert || facts.is_protected || !pieces_[i].is_body()) continue;
      const double score = evidence_.scores[i];
      if (score >= kSure) break;
      sum += score;
      if (sum <= kDoubt && score <= kSentence) end = i + 1;
    }
    for (std::size_t i = first; i < end; ++i) {
      parts[i] = evidence_.facts[i].is_advert ? ArticlePart::Island : ArticlePart::Article;
    }
  }

  // Sentences between lines of promotion stay: from where the article breaks off, as long as
  // nothing follows but such lines and sentences that stand apart.
  void give_back_sentences(std::vector<ArticlePart>& parts) const {
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (parts[i - 1] != ArticlePart::Article || !is_sites(parts[i])) continue;
      std::size_t end = i;
      for (std::size_t at = i; at < parts.size() && is_sites(parts[at]); ++at) {
        if (is_lone_sentence(at)) end = at + 1;
        if (end != at + 1 && !is_promotion(at)) break;
      }
      for (; i < end; ++i) {
        parts[i] = is_lone_sentence(i) ? ArticlePart::Article : ArticlePart::Island;
      }
    }
  }
  bool is_promotion(std::size_t at) const {
    const Facts& facts = evidence_.facts[at];
    return (facts.is_site_phrase || facts.is_advert) && !facts.is_site_heading && !facts.is_prose;
  }
  bool is_lone_sentence(std::size_t at) const {
    const Facts& facts = evidence_.facts[at];
    const Piece& piece = pieces_[at];
    const bool ends_alone = at + 1 == pieces_.size() || pieces_[at + 1].blanks > 0;
    return piece.blanks > 0 && ends_alone && !piece.mark.is_some() && !facts.is_site_phrase &&
           piece.measure.is_sentence() && evidence_.scores[at] < 0;
  }

  ArticlePart best_end() const {
    ArticlePart best = ArticlePart::Article;
    for (const ArticlePart part : {ArticlePart::Below, ArticlePart::Head}) {
      if (last_.at(index_of(part)) > last_.at(index_of(best))) best = part;
    }
    return best;
  }

  const std::vector<Piece>& pieces_;
  const Evidence& evidence_;
  BeginScores begins_;
  std::vector<double> island_shares_;  // of a piece's score that counts within an island
  std::vector<Origins> origins_;
  Sums last_{};
};

}  // namespace

ArticleBounds find_article(const std::vector<Piece>& pieces, const Evidence& evidence) {
  return Labeller(pieces, evidence).find();
}

}  // namespace garland::plain
