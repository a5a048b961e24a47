#include "readers/plain_text/mentions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "readers/words/measure.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

// Where the first sentence of a text ends, with its full stop.
std::size_t end_of_sentence(std::string_view text) {
  static constexpr auto kUnspaced = std::to_array<std::string_view>({"。", "！", "？"});
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::string_view stop : kUnspaced) {
      if (text.substr(at, stop.size()) == stop) return at + stop.size();
    }
    const bool is_stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
    if (is_stop && at + 1 < text.size() && text[at + 1] == ' ') return at + 1;
  }
  return text.size();
}

// Whether a text has several sentences, at least half of them without a site's words.
bool mostly_says_else(std::string_view text) {
  std::size_t sentences = 0;
  std::size_t sites = 0;
  while (!text.empty()) {
    const std::size_t end = end_of_sentence(text);
    const ShortText sentence(text.substr(0, end));
    if (!sentence.words.empty()) {
      ++sentences;
      sites += site_words(sentence) == SiteWords::Strong ? 1 : 0;
    }
    text.remove_prefix(std::min(text.size(), end));
  }
  return sentences > 1 && 2 * sites <= sentences;
}

class Clearer {
 public:
  Clearer(const std::vector<Piece>& pieces, std::vector<Facts>& facts)
      : pieces_(pieces), facts_(facts) {}

  void clear() {
    if (std::none_of(facts_.begin(), facts_.end(),
                     [](const Facts& found) { return found.is_site_phrase; })) {
      return;
    }
    kinds_.reserve(pieces_.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) kinds_.push_back(kind_of(i));
    if (std::find(kinds_.begin(), kinds_.end(), Kind::Doubtful) == kinds_.end()) return;
    look_down();
    look_up();
  }

 private:
  enum class Kind {
    Text,
    Doubtful,  // running text with a site's words
    Label,     // may be a heading or a byline
    Sites
  };

  Kind kind_of(std::size_t at) const {
    const Facts& found = facts_[at];
    const Measure& measured = pieces_[at].measure;
    const bool is_sentence = found.is_prose || measured.is_sentence();
    if (found.is_site_phrase) {
      const bool may_be = is_sentence && measured.ends_sentence && measured.sentence_ends > 1 &&
                          !found.is_site_heading && !pieces_[at].mark.is_some();
      return may_be && mostly_says_else(pieces_[at].text) ? Kind::Doubtful : Kind::Sites;
    }
    const bool is_sites = found.is_site_label || found.is_site_heading || found.is_form_field ||
                          found.is_advert || found.is_trail || found.has_arrow || found.is_bar ||
                          found.is_copyright || found.is_comment_head || found.is_reply ||
                          found.has_entry_count;
    if (is_sites) return Kind::Sites;
    return is_sentence ? Kind::Text : Kind::Label;
  }

  // What stands above each doubtful paragraph.
  enum class Above { Sites, Head, Text, Heading };

  void look_down() {
    above_.reserve(pieces_.size());
    Above above = Above::Sites;
    for (const Kind kind : kinds_) {
      above_.push_back(above);
      if (kind == Kind::Sites) above = Above::Sites;
      if (kind == Kind::Text) above = Above::Text;
      if (kind == Kind::Label) {
        const bool is_in_text = above == Above::Text || above == Above::Heading;
        above = is_in_text ? Above::Heading : Above::Head;
      }
    }
  }

  // From the end: those stay that running text goes on below.
  void look_up() {
    constexpr std::uint32_t kLong = 25;  // words: what a box of the site's seldom has
    Kind below = Kind::Sites;
    bool is_heading_between = false;
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      if (kinds_[i] != Kind::Doubtful) {
        is_heading_between = kinds_[i] == Kind::Label && below == Kind::Text && !is_heading_between;
        if (!is_heading_between) below = kinds_[i];
        continue;
      }
      const bool is_long = pieces_[i].measure.words >= kLong;
      const bool is_below_text =
          above_[i] == Above::Text || (above_[i] == Above::Heading && is_long);
      const bool is_below_head = above_[i] == Above::Head && !is_heading_between;
      facts_[i].is_site_phrase = below != Kind::Text || !(is_below_text || is_below_head);
      if (facts_[i].is_site_phrase) below = Kind::Sites;
      is_heading_between = false;
    }
  }

  const std::vector<Piece>& pieces_;
  std::vector<Facts>& facts_;
  std::vector<Kind> kinds_;
  std::vector<Above> above_;
};

}  // namespace

void clear_mentions(const std::vector<Piece>& pieces, std::vector<Facts>& facts) {
  Clearer(pieces, facts).clear();
}

}  // namespace garland::plain
