#include "readers/plain_text/evidence.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "readers/plain_text/contents.h"
#include "readers/plain_text/facts.h"
#include "readers/plain_text/mentions.h"
#include "readers/plain_text/numbered_items.h"
#include "readers/words/function_words.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr double kLeastShareOfSmallWords =
    0.12;                             // least share of small words in a language we know
constexpr double kPhrase = 0.15;      // the same in an item of a list
constexpr std::uint32_t kCloud = 12;  // words

class Gatherer {
 public:
  explicit Gatherer(const std::vector<Piece>& pieces) : pieces_(pieces) {}

  Evidence gather() {
    look_at_pieces();
    find_runs();
    find_site_sections();
    find_comments();
    std::stable_sort(
        evidence_.findings.begin(), evidence_.findings.end(),
        [](const Finding& left, const Finding& right) { return left.piece < right.piece; });
    evidence_.scores.assign(pieces_.size(), 0.0);
    for (const Finding& finding : evidence_.findings) {
      evidence_.scores[finding.piece] += finding.score();
    }
    return std::move(evidence_);
  }

 private:
  void add(std::size_t piece, Clue clue, double strength = 1.0) {
    evidence_.findings.push_back(
        {static_cast<std::uint32_t>(piece), clue, static_cast<float>(strength)});
  }
  const Facts& facts(std::size_t at) const { return evidence_.facts[at]; }

  // ---- each piece by itself

  void look_at_pieces() {
    FunctionWords all;
    evidence_.facts.reserve(pieces_.size());
    for (const Piece& piece : pieces_) {
      FunctionWords found;
      evidence_.facts.push_back(facts_of(piece, found));
      if (evidence_.facts.back().is_prose) all.add(found);
    }
    evidence_.language = all.language();
    knows_language_ = all.share() >= kLeastShareOfSmallWords;
    clear_numbered_items(pieces_, evidence_.facts);
    clear_mentions(pieces_, evidence_.facts);
    double site = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      judge_words(i);
      site += site_strength(facts(i));
    }
    if (begins_with_menu()) site += 1.0;
    constexpr double kFewest = 1.5;
    evidence_.has_site = site >= kFewest;
  }

  // "Home" with other lines right under it.
  bool begins_with_menu() const {
    return pieces_.size() > 1 && facts(0).is_site_label && pieces_[1].blanks == 0;
  }

  static double site_strength(const Facts& facts) {
    if (facts.is_protected) return 0;
    if (facts.is_site_phrase || facts.is_copyright || facts.is_trail || facts.is_site_heading) {
      return 2;
    }
    const bool is_weak = facts.is_site_label || facts.has_arrow || facts.is_reply ||
                         facts.has_entry_count || facts.is_comment_head || facts.is_form_field;
    return is_weak ? 0.5 : 0;
  }

  void judge_words(std::size_t at) {
    const Facts& found = facts(at);
    const Measure& measured = pieces_[at].measure;
    if (found.is_protected) return add(at, Clue::Credit);
    if (pieces_[at].kind == PieceKind::Code) return add(at, Clue::Code, 2.0);
    if (found.is_note) add(at, Clue::Note);
    if (found.is_site_phrase) add(at, Clue::SitePhrase);
    if (found.is_copyright) add(at, Clue::Copyright);
    if (found.is_advert) add(at, Clue::Advert);
    if (found.is_trail) add(at, Clue::Trail);
    if (found.has_arrow) add(at, Clue::Arrow);
    if (found.is_bar) add(at, Clue::Bar);
    if (found.is_comment_head) add(at, Clue::CommentHead);
    if (is_cloud(at)) return add(at, Clue::WordCloud);
    const bool is_cut_off = is_teaser(at);
    if (is_cut_off) add(at, Clue::Teaser);
    // "The medal is of brass. (Reporting by Jane Roe)": in brackets the last may have no stop.
    constexpr std::uint32_t kSeveral = 12;  // words
    const bool has_sentence = pieces_[at].text.ends_with(')') && measured.sentence_ends > 0 &&
                              measured.words >= kSeveral &&
                              static_cast<double>(found.function_share) >= kPhrase;
    const bool is_sentence =
        found.is_prose || has_sentence || (measured.ends_sentence && measured.words > 3);
    if (is_sentence && !found.is_site_phrase) {
      const double words = static_cast<double>(std::max(measured.words, 6U));
      const double strength = std::clamp(std::log2(words / 8.0), 0.5, 4.0);
      add(at, Clue::Sentence, is_cut_off ? strength / 2 : strength);
    }
  }

  // Cut off in the middle: "The ferry crosses the sound and …", "[...]".
  bool is_teaser(std::size_t at) const {
    const std::string_view text = pieces_[at].text;
    return pieces_[at].measure.words > 8 &&
           (text.ends_with("…") || text.ends_with("...") || text.ends_with("…]") ||
            text.ends_with("...]") || text.ends_with("[…"));
  }

  bool is_cloud(std::size_t at) const {
    const Measure& measured = pieces_[at].measure;
    const Facts& found = facts(at);
    constexpr double kHardlyAny = 0.06;
    return knows_language_ && measured.words >= kCloud &&
           measured.sentence_ends * 20 <= measured.words &&
           static_cast<double>(found.function_share) < kHardlyAny && !found.is_code &&
           measured.digits * 5 < measured.letters && !found.is_note;
  }

  // "iPhone", "mdBook": a name in spite of its first letter.
  static bool begins_with_brand(std::string_view text) {
    const std::string_view word = text.substr(0, std::min(text.find(' '), text.size()));
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // ---- runs of short lines

  bool is_in_run(std::size_t at) const {
    return !facts(at).is_prose && pieces_[at].kind != PieceKind::Code;
  }

  void find_runs() {
    find_repeated_labels();
    const SectionHeadings headings(pieces_, evidence_.facts);
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i + 1;
      if (is_in_run(i)) {
        while (end < pieces_.size() && is_in_run(end) && continues(end)) ++end;
        if (!take_contents(headings, i, end)) judge_run(i, end);
      }
      i = end;
    }
  }
  // A list of contents, which by its shape would be a menu.
  bool take_contents(const SectionHeadings& headings, std::size_t first, std::size_t end) {
    const std::size_t named = headings.named_by(first, end);
    if (named == 0) return false;
    const double strength = std::log2(1.0 + static_cast<double>(named));
    for (std::size_t i = first; i < end; ++i) {
      evidence_.facts[i].is_contents_entry = true;
      add(i, Clue::Contents, strength / static_cast<double>(end - first));
      if (const std::size_t heading = headings.heading_of(i); heading > 0) {
        evidence_.facts[heading].is_listed_heading = true;
      }
    }
    return true;
  }
  bool continues(std::size_t at) const {
    return pieces_[at].blanks == 0 ||
           (pieces_[at].mark.kind == Mark::Kind::Bullet &&
            pieces_[at - 1].mark.kind == Mark::Kind::Bullet && pieces_[at].blanks == 1);
  }

  void find_repeated_labels() {
    std::vector<std::uint64_t>& labels = repeated_labels_;
    for (const Facts& found : evidence_.facts) {
      if (found.text_hash != 0) labels.push_back(found.text_hash);
    }
    std::sort(labels.begin(), labels.end());
    auto end = labels.begin();
    for (std::size_t i = 1; i < labels.size(); ++i) {
      if (labels[i] == labels[i - 1]) *end++ = labels[i];
    }
    labels.erase(end, labels.end());
  }
  bool is_repeated(std::size_t at) const {
    return std::binary_search(repeated_labels_.begin(), repeated_labels_.end(),
                              facts(at).text_hash);
  }

  struct RunCounts {
    double labels = 0, small_words = 0, capitals = 0, code = 0, continued = 0, repeated = 0;
    double phrases = 0, links = 0, site_labels = 0, entry_counts = 0, months = 0, fields = 0,
           languages = 0, replies = 0;
  };

  RunCounts count(std::size_t first, std::size_t end) const {
    RunCounts counts;
    for (std::size_t i = first; i < end; ++i) {
      const Facts& found = facts(i);
      const Measure& measured = pieces_[i].measure;
      counts.labels += found.is_label;
      counts.small_words += static_cast<double>(found.function_share);
      counts.capitals += measured.begins_upper;
      counts.code += found.is_code;
      counts.continued += (measured.begins_lower && !begins_with_brand(pieces_[i].text)) ||
                          measured.last == U',' || measured.last == U':' || measured.last == U';';
      counts.repeated += is_repeated(i);
      // A heading's words count once, as a heading.
      const bool is_heading = i == first && found.is_site_heading;
      counts.site_labels += found.is_site_label && !is_heading;
      counts.links += found.is_label && pieces_[i].is_one_link();
      counts.phrases += measured.words > 6 && !found.is_site_phrase &&
                        static_cast<double>(found.function_share) >= kPhrase;
      counts.entry_counts += found.has_entry_count;
      counts.months += found.is_month;
      counts.fields += found.is_form_field && !is_heading;
      counts.languages += found.is_language;
      counts.replies += found.is_reply;
    }
    return counts;
  }

  void judge_run(std::size_t first, std::size_t end) {
    const auto size = static_cast<double>(end - first);
    const RunCounts counts = count(first, end);
    const auto spread = [&](Clue clue, double strength) {
      for (std::size_t i = first; i < end; ++i) add(i, clue, strength / size);
    };
    const auto spread_by_number = [&](Clue clue, double number) {
      if (number > 0) spread(clue, std::log2(1.0 + number));
    };
    constexpr double kMenu = 4;  // labels
    if (size >= kMenu && counts.labels / size > 0.7 && counts.code == 0) {
      const double running = knows_language_ ? counts.small_words / size : 0.0;
      const double likeness = counts.capitals / size * std::max(0.0, 1.0 - 4.0 * running);
      spread(Clue::Menu, likeness * std::min(std::log2(size / 2.0), 4.0));
    }
    spread_by_number(Clue::SiteLabel, counts.site_labels + counts.replies);
    spread_by_number(Clue::Link, counts.links);
    spread_by_number(Clue::EntryCount, counts.entry_counts);
    if (counts.months > 2) spread_by_number(Clue::Month, counts.months);
    spread_by_number(Clue::FormField, counts.fields);
    spread_by_number(Clue::LanguageName, counts.languages);
    if (size > 2 && counts.repeated / size > 0.5) spread_by_number(Clue::Repeated, counts.repeated);
    if (size > 1 || pieces_[first].mark.is_some()) spread_by_number(Clue::Phrase, counts.phrases);
    spread_by_number(Clue::Code, counts.code);
    spread_by_number(Clue::Continued, counts.continued);
  }

  // ---- what stands under a heading of the site's

  bool stands_alone(std::size_t at) const {
    return (at == 0 || pieces_[at].blanks > 0) &&
           (at + 1 == pieces_.size() || pieces_[at + 1].blanks > 0);
  }

  void find_site_sections() {
    constexpr std::uint32_t kLong = 15;  // words: what a box of the site's seldom has
    bool is_under = false;
    bool is_above_text = true;
    std::size_t paragraphs = 0;  // of running text, one after the other
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Facts& found = facts(i);
      paragraphs = found.is_prose && !is_teaser(i) ? paragraphs + 1 : 0;
      // Above all running text, a site's heading has links under it: comments come later.
      if (is_above_text && paragraphs > 0 && !found.is_site_phrase &&
          pieces_[i].measure.words >= kLong) {
        is_above_text = is_under = false;
      }
      if (found.is_site_heading && (stands_alone(i) || begins_run(i))) {
        add(i, Clue::SiteHeading, found.is_site_phrase ? 0.3 : 1.0);
        is_under = true;
      } else if (is_under && (paragraphs > 1 || ends_section(i))) {
        // Where running text goes on, the article does.
        is_under = false;
      } else if (is_under) {
        add(i, Clue::UnderSiteHeading, found.is_prose ? 0.6 : 1.0);
      }
    }
  }
  // The heading of a list, printed without a blank line between.
  bool begins_run(std::size_t at) const {
    return (at == 0 || pieces_[at].blanks > 0) && !pieces_[at].mark.is_some();
  }
  bool ends_section(std::size_t at) const {
    const Facts& found = facts(at);
    if (found.is_protected || found.is_note) return true;
    const bool is_sites = found.is_site_label || found.is_site_phrase || found.is_form_field ||
                          found.is_comment_head || found.is_reply || found.has_arrow;
    return found.is_label && !is_sites && stands_alone(at) && !pieces_[at].mark.is_some();
  }

  // ---- readers' comments

  void find_comments() {
    constexpr std::size_t kLongest = 12;  // pieces of one comment
    constexpr std::size_t kFewest = 2;    // heads
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (facts(i).is_comment_head) heads.push_back(i);
    }
    if (heads.size() < kFewest || is_discussion(heads.front())) return;
    for (std::size_t index = 0; index < heads.size(); ++index) {
      const std::size_t next = index + 1 < heads.size() ? heads[index + 1] : pieces_.size();
      const std::size_t end = std::min(next, heads[index] + kLongest);
      for (std::size_t i = heads[index] + 1; i < end && !facts(i).is_reply; ++i) {
        if (facts(i).is_site_heading) break;
        add(i, Clue::Comment, facts(i).is_prose ? 1.0 : 0.3);
      }
    }
  }
  // A clip that is a discussion from its beginning: there is no article above the first comment.
  bool is_discussion(std::size_t first_head) const {
    constexpr std::size_t kArticle = 40;  // words
    std::size_t words = 0;
    for (std::size_t i = 0; i < first_head; ++i) {
      if (facts(i).is_prose) words += pieces_[i].measure.words;
    }
    return words < kArticle;
  }

  const std::vector<Piece>& pieces_;
  Evidence evidence_;
  bool knows_language_ = false;
  std::vector<std::uint64_t> repeated_labels_;  // their hashes, ascending
};

}  // namespace

Evidence gather_evidence(const std::vector<Piece>& pieces) { return Gatherer(pieces).gather(); }

}  // namespace garland::plain
