#include "readers/plain_text/title.h"

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/word_hash.h"
#include "readers/plain_text/heading_words.h"
#include "readers/plain_text/title_signs.h"
#include "readers/words/byline.h"
#include "readers/words/names.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kLookedAt = 2000;    // pieces: a title stands no further down
constexpr std::size_t kLongestTitle = 30;  // words
constexpr double kAfterText = 1.5;         // for each long paragraph above
constexpr std::size_t kNear = 40;          // pieces
constexpr std::size_t kFarthest = 400;     // lines without blank ones between may be any number

// Words of a text, each once: in one array, as most texts have hundreds. A text that is made to
// have words of one hash gets some of them forgotten instead of a long search for each.
class WordSet {
 public:
  void insert(std::string_view word) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    const std::size_t slot = slot_of(word);
    if (slot == kNowhere) return;
    if (slots_[slot].empty()) ++count_;
    slots_[slot] = word;
  }
  bool has(std::string_view word) const {
    const std::size_t slot = count_ > 0 ? slot_of(word) : kNowhere;
    return slot != kNowhere && !slots_[slot].empty();
  }

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  // Where the word is, or the free place where it would be; nowhere when neither is near.
  std::size_t slot_of(std::string_view word) const {
    constexpr std::size_t kMostTried = 256;  // words of any language need a few
    std::size_t at = word_hash(word) & (slots_.size() - 1);
    for (std::size_t tried = 0; tried < kMostTried; ++tried) {
      if (slots_[at].empty() || slots_[at] == word) return at;
      at = (at + 1) & (slots_.size() - 1);
    }
    return kNowhere;
  }
  void grow() {
    constexpr std::size_t kFewest = 1024;
    std::vector<std::string_view> old(slots_.empty() ? kFewest : 2 * slots_.size());
    old.swap(slots_);
    count_ = 0;
    for (const std::string_view word : old) {
      if (!word.empty()) insert(word);
    }
  }

  std::vector<std::string_view> slots_;  // a power of two of them, at most half of them taken
  std::size_t count_ = 0;
};

class TitleScorer {
 public:
  TitleScorer(const std::vector<Piece>& pieces, const Evidence& evidence)
      : pieces_(pieces), evidence_(evidence) {}

  BeginScores score() {
    BeginScores begins;
    std::vector<double>& scores = begins.title;
    scores.assign(pieces_.size(), kNoTitle);
    const std::size_t end = end_of_heads();
    words_.reserve(end);
    for (std::size_t i = 0; i < end; ++i) words_.push_back(whole_words(i));
    look_ahead(end);
    gather_body_words(end);
    find_bylines(end);
    double after_text = 0;  // a title has no long paragraph of running text above it
    for (std::size_t i = 0; i < end; ++i) {
      if (may_be_title(i)) scores[i] = score_of(i) - after_text;
      if (is_long_text(i)) after_text += kAfterText;
    }
    begins.bylines = std::move(bylines_);
    begins.full_bylines = std::move(full_bylines_);
    return begins;
  }

 private:
  bool is_long_text(std::size_t at) const {
    constexpr std::uint32_t kLong = 40;  // words
    return facts(at).is_prose && !facts(at).is_site_phrase && pieces_[at].measure.words >= kLong;
  }
  // Behind several long paragraphs no title is looked for: what they cost is more than a line can
  // have for it.
  std::size_t end_of_heads() const {
    constexpr std::size_t kParagraphs = 6;
    const std::size_t most = std::min(pieces_.size(), kLookedAt);
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < most; ++i) {
      if (is_long_text(i) && ++paragraphs == kParagraphs) return i + 1;
    }
    return most;
  }

  const Facts& facts(std::size_t at) const { return evidence_.facts[at]; }

  // With the mark, as a title may begin with a number; none of a long text.
  std::string_view whole_words(std::size_t at) {
    const Piece& piece = pieces_[at];
    if (piece.text.size() > kLongestPhraseText) return {};
    if (!piece.mark.is_some()) return facts(at).words;
    return marked_words_.emplace_back(lookup_words(piece.text));
  }

  // Each of many lines asks where the running text begins below it and how many lines are set off
  // before that.
  void look_ahead(std::size_t end) {
    const std::size_t size = std::min(pieces_.size(), end + kFarthest + 1);
    next_prose_.assign(size + 1, size);
    set_off_.assign(size + 1, 0);
    for (std::size_t i = size; i-- > 0;)
      next_prose_[i] = facts(i).is_prose ? i : next_prose_[i + 1];
    leads_to_first_page_.assign(size, false);
    for (std::size_t i = 0; i < size; ++i) {
      leads_to_first_page_[i] = facts(i).is_label && names_first_page(facts(i).words);
      set_off_[i + 1] = set_off_[i] + (pieces_[i].blanks > 0 ? 1U : 0U);
    }
  }

  void gather_body_words(std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      constexpr std::uint32_t kRunning = 9;  // words of an item that is more than a label
      if (!facts(i).is_prose && pieces_[i].measure.words < kRunning) continue;
      for_each_content_word(facts(i).words,
                            [this](std::string_view word) { body_words_.insert(word); });
    }
  }
  template <typename Take>
  static void for_each_content_word(std::string_view words, Take take) {
    constexpr std::size_t kShortest = 4;  // bytes
    while (!words.empty()) {
      const std::size_t space = first_word_size(words);
      if (space >= kShortest) take(words.substr(0, space));
      words.remove_prefix(std::min(space + 1, words.size()));
    }
  }

  void find_bylines(std::size_t end) {
    is_byline_.assign(end, false);
    for (std::size_t i = 0; i < end; ++i) {
      constexpr std::uint32_t kLongest = 25;  // words
      if (!facts(i).may_be_byline || facts(i).is_month) continue;
      if (pieces_[i].measure.words > kLongest) continue;
      const bool has_mark = pieces_[i].mark.is_some();  // which the facts leave aside
      const std::optional<Byline> byline =
          has_mark ? parse_byline(pieces_[i].text, evidence_.language)
                   : parse_likely_byline(pieces_[i].text, evidence_.language);
      if (!byline) continue;
      is_byline_[i] = true;
      if (stands_apart(i) && !facts(i).is_prose) bylines_.push_back(i);
      if (byline->date && !byline->authors.empty()) full_bylines_.push_back(i);
    }
  }

  bool may_be_title(std::size_t at) const {
    const Measure& found = pieces_[at].measure;
    const Facts& seen = facts(at);
    if (!pieces_[at].is_open() || found.letters == 0 || found.words > kLongestTitle) return false;
    if (pieces_[at].mark.kind == Mark::Kind::Bullet || is_byline_[at]) return false;
    if (seen.is_protected || seen.is_trail || seen.is_bar || seen.has_entry_count) return false;
    return !seen.is_copyright && !seen.is_comment_head && found.last != U',' && found.last != U';';
  }

  double score_of(std::size_t at) const {
    const Measure& found = pieces_[at].measure;
    const Facts& seen = facts(at);
    double score = 0;
    if (found.words > 1 && found.words <= 18) score += 0.5;
    const bool is_first = at == 0 || pieces_[at].blanks > 0;
    score += stands_apart(at) ? 1.0 : is_first ? 0.3 : -0.5;
    if (pieces_[at].is_told_heading) score += 1.0;
    if (pieces_[at].had_edit_mark) score -= 3.0;
    if (pieces_[at].told_level == 1) score += 1.5;  // a page has one
    if (is_full_stop(found.last) || seen.is_prose) score -= 3.0;
    if (seen.is_prose && found.sentence_ends > 1) score -= 3.0;
    if (found.last == U':') score -= found.sentence_ends > 0 ? 4.0 : 1.5;
    // A user's name, if one word.
    if (found.begins_lower) score -= found.words == 1 ? 2.0 : 0.5;
    if (is_mostly_figures(found)) score -= 1.5;
    if (is_number_field(pieces_[at].text)) score -= 3.0;
    if (lists_words(pieces_[at].text)) score -= 1.5;
    if (is_in_brackets(pieces_[at].text)) score -= 3.0;
    if (is_domain_name(pieces_[at].text)) score -= 2.0;
    if (is_numeral(pieces_[at].text) || is_day_of_month(pieces_[at].text, found)) score -= 3.0;
    if (seen.may_be_byline && tells_hour(pieces_[at].text, found)) score -= 4.0;
    if (seen.is_site_phrase) score -= 4.0;
    if (seen.is_site_label || seen.is_site_heading) score -= 2.0;
    if (seen.is_form_field || seen.is_language) score -= 1.0;
    if (seen.is_contents_entry || seen.is_listed_heading) score -= 3.0;
    if (is_cross_reference(pieces_[at].text)) score -= 3.0;
    if (seen.is_section_name) score -= 2.5;
    if (seen.has_arrow) score -= 3.0;
    if (pieces_[at].mark.is_some()) score -= 1.0;
    return score + score_of_place(at) + score_of_words(at);
  }

  bool stands_apart(std::size_t at) const {
    return (at == 0 || pieces_[at].blanks > 0) &&
           (at + 1 == pieces_.size() || pieces_[at + 1].blanks > 0);
  }

  double score_of_place(std::size_t at) const {
    double score = 0;
    const std::size_t next = at + 1;
    for (std::size_t i = next; i < std::min(is_byline_.size(), next + 3); ++i) {
      // A deck may stand between them.
      const bool is_deck = i == next && !is_long_text(i) && !is_full_stop(pieces_[at].measure.last);
      if (facts(i).is_prose && !is_deck) break;
      if (is_byline_[i]) {
        score += i == next ? 2.0 : 1.2;
        break;
      }
    }
    if (at > 0 && is_byline_[at - 1]) score += 1.0;
    // A name between a title and a date is the author's.
    const bool has_date_below = next < is_byline_.size() && is_byline_[next];
    constexpr std::uint32_t kName = 3;  // words: longer ones are headlines
    const bool may_be_name = has_date_below && pieces_[at].measure.words <= kName;
    if (may_be_name && at > 0 && (is_like_title(at - 1, 2) || is_longer_headline(at - 1)) &&
        looks_like_name(pieces_[at].text)) {
      score -= 2.0;
    }
    if (may_be_name && at > 0 && is_name_in_block(at)) score -= 2.0;
    if (at > 0 && is_deck_in_block(at)) score -= 2.0;
    if (next < pieces_.size() && is_deck_in_block(next)) score += 2.0;
    if (is_above_contents(at)) score += 1.5;
    if (is_above_menu(at)) score -= 1.5;
    // The heading of a box of the site's: a note on cookies.
    if (next < pieces_.size() && facts(next).is_site_phrase && facts(next).is_prose) score -= 2.5;
    if (next < pieces_.size() && is_number_field(pieces_[next].text)) score -= 2.0;  // a member
    // The running text is near.
    score += 1.5 - 0.25 * static_cast<double>(distance_to_text(next));
    // A deck comes second.
    if (at > 0 && is_like_title(at - 1, 4) && is_like_title(at, 4)) score -= 0.8;
    return score;
  }
  // How many lines, or blocks of lines, stand from there to the running text.
  std::size_t distance_to_text(std::size_t first) const {
    constexpr std::size_t kFar = 12;  // pieces
    const std::size_t end = std::min(next_prose_[first], first + kFarthest);
    if (end <= first) return 0;
    return std::min<std::size_t>(1 + set_off_[end] - set_off_[first + 1], kFar);
  }
  // A list of what is in the article stands between its title and its text.
  bool is_above_contents(std::size_t at) const {
    constexpr std::size_t kNext = 3;  // pieces: a heading of the list, a button to fold it
    for (std::size_t i = at + 1; i < std::min(evidence_.facts.size(), at + 1 + kNext); ++i) {
      if (facts(i).is_prose) return false;
      if (facts(i).is_contents_entry) return !facts(at).is_contents_entry;
    }
    return false;
  }
  // Between a title and its text stands no way to the site's first page: its name does above one.
  bool is_above_menu(std::size_t at) const {
    constexpr std::size_t kNext = 12;  // pieces
    const std::size_t end = std::min({next_prose_[at + 1], set_off_.size() - 1, at + 1 + kNext});
    for (std::size_t i = at + 1; i < end; ++i) {
      const bool is_way =
          facts(i).is_trail && facts(i).words.find(facts(at).words) == std::string::npos;
      if (is_way || leads_to_first_page_[i]) return true;
    }
    return false;
  }
  bool is_like_title(std::size_t at, std::uint32_t fewest_words) const {
    const Measure& found = pieces_[at].measure;
    return stands_apart(at) && found.words >= fewest_words && found.words <= kLongestTitle &&
           !facts(at).is_site_label && !facts(at).is_site_phrase && !is_full_stop(found.last);
  }

  // "古い橋の写真が見つかる / 山田太郎 / 2021年4月3日": a name without a space under a longer line.
  bool is_name_in_block(std::size_t at) const {
    return pieces_[at].blanks == 0 && is_name_in_one(pieces_[at].text) && is_headline(at - 1) &&
           pieces_[at - 1].measure.words > pieces_[at].measure.words;
  }
  // A longer line right under a headline that is a quotation.
  bool is_deck_in_block(std::size_t at) const {
    return pieces_[at].blanks == 0 && pieces_[at - 1].measure.is_quoted && is_headline(at - 1) &&
           may_be_title(at) && pieces_[at].measure.words > pieces_[at - 1].measure.words;
  }
  bool is_longer_headline(std::size_t at) const {
    constexpr std::uint32_t kLonger = 3;  // words
    return pieces_[at].measure.words >= kLonger && is_headline(at);
  }
  bool is_headline(std::size_t at) const {
    return may_be_title(at) && pieces_[at].measure.words >= 2 && !facts(at).is_site_label &&
           !facts(at).is_site_phrase && !facts(at).is_site_heading;
  }

  double score_of_words(std::size_t at) const {
    double score = 0;
    std::size_t all = 0;
    std::size_t shared = 0;
    for_each_content_word(words_[at], [&](std::string_view word) {
      ++all;
      shared += body_words_.has(word) ? 1 : 0;
    });
    if (all > 0) score += 1.2 * static_cast<double>(shared) / static_cast<double>(all);
    // Comparing with all lines around is only for what may be a title by its words.
    if (stands_apart(at) || pieces_[at].measure.words > 2) score += score_of_repetition(at);
    return score;
  }

  // The window's title, a trail of links or a list repeats the article's title; a site's name comes
  // back in the foot of the page.
  double score_of_repetition(std::size_t at) const {
    constexpr std::size_t kShortest = 10;  // bytes
    constexpr double kInHead = 2.0;
    constexpr double kBelowText = 0.7;
    const std::string_view words = words_[at];
    if (words.size() < kShortest || words.find(' ') == std::string_view::npos) return 0;
    const std::size_t begin = at > kNear ? at - kNear : 0;
    const std::size_t end = std::min(words_.size(), at + kNear);
    const std::size_t text_below = std::min(next_prose_[at + 1], end);
    double score = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (words_[i].size() < words.size() || i == at) continue;  // most are shorter
      if (!repeats(i, words) || facts(i).is_prose) continue;
      score = std::max(score, i > text_below ? kBelowText : kInHead);
    }
    return score;
  }
  bool repeats(std::size_t at, std::string_view words) const {
    const std::string_view all = words_[at];
    return (all.front() == words.front() && all.starts_with(words)) ||
           (all.back() == words.back() && all.ends_with(words)) ||
           (facts(at).is_trail && words_[at].find(words) != std::string_view::npos);
  }
  const std::vector<Piece>& pieces_;
  const Evidence& evidence_;
  std::vector<std::string_view> words_;   // of each, of the facts or of marked_words_
  std::deque<std::string> marked_words_;  // of pieces with a mark, the mark's among them
  WordSet body_words_;                    // of the facts' words
  std::vector<std::size_t> next_prose_;   // at or below each piece; the count where there is none
  std::vector<std::uint32_t> set_off_;    // pieces before each that stand under a blank line
  std::vector<bool> leads_to_first_page_;
  std::vector<bool> is_byline_;
  std::vector<std::size_t> bylines_;
  std::vector<std::size_t> full_bylines_;
};

}  // namespace

BeginScores begin_scores(const std::vector<Piece>& pieces, const Evidence& evidence) {
  return TitleScorer(pieces, evidence).score();
}

}  // namespace garland::plain
