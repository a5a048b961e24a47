#include "readers/page_words.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/unicode.h"
#include "readers/page_phrases.h"
#include "readers/plain_text_measure.h"

namespace garland {

namespace {

using std::string_view;

std::vector<string_view> phrases_of(string_view table) {
  std::vector<string_view> phrases;
  while (!table.empty()) {
    const std::size_t bar = std::min(table.find('|'), table.size());
    phrases.push_back(table.substr(0, bar));
    table.remove_prefix(std::min(bar + 1, table.size()));
  }
  return phrases;
}

// A table of phrases that are looked up whole.
class PhraseSet {
 public:
  explicit PhraseSet(string_view table) {
    for (const string_view phrase : phrases_of(table)) phrases_.insert(phrase);
  }
  bool contains(string_view text) const { return phrases_.count(text) > 0; }

 private:
  std::unordered_set<string_view> phrases_;
};

// A table of phrases that a text begins with or has in it.
class PhraseList {
 public:
  explicit PhraseList(string_view table) : phrases_(phrases_of(table)) {}

  // The length of the longest phrase that the text begins with, or 0.
  std::size_t beginning(string_view text) const {
    std::size_t longest = 0;
    for (const string_view phrase : phrases_) {
      if (text.substr(0, phrase.size()) == phrase) longest = std::max(longest, phrase.size());
    }
    return longest;
  }
  // Where the first of them begins in the text, or npos.
  std::size_t position(string_view text) const {
    std::size_t first = string_view::npos;
    for (const string_view phrase : phrases_) first = std::min(first, text.find(phrase));
    return first;
  }

 private:
  std::vector<string_view> phrases_;
};

// The tables ready for use, made once and never changed.
struct Vocabulary {
  PhraseSet references{kReferences};
  PhraseSet notes{kNotes};
  PhraseSet author_notes{kAuthorNotes};
  PhraseSet related{kRelated};
  PhraseList related_beginnings{kRelatedBeginnings};
  PhraseSet counted{kCounted};
  PhraseSet weak{kWeak};
  PhraseList strong{kStrong};
  PhraseList bylines{kBylines};
  PhraseList dates{kDates};
  PhraseSet credits{kCredits};
  PhraseSet credit_words{kCreditWords};
  PhraseList attributions{kAttributions};
  PhraseSet pictures{kPictures};
  PhraseSet picture_links{kPictureLinks};
  PhraseSet articles{kArticles};
};

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary;
  return kVocabulary;
}

// "2. References:" is "references".
std::string heading_words(string_view text) {
  if (text.size() > kLongestPhraseText) return {};
  std::string words = plain::folded(text);
  const std::size_t digits = words.find_first_not_of("0123456789.) ");
  if (digits != std::string::npos && digits > 0) words.erase(0, digits);
  return words;
}

// Words with plain spaces and quotes, punctuation kept.
std::string phrase_words(string_view text) {
  if (text.size() > kLongestPhraseText) return {};
  std::string words;
  const std::string lower = fold_case(collapse_spaces(text));
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = next_code_point(lower, at);
    append_utf8(words, c == 0x2019 || c == 0x2018 ? U'\'' : c);
  }
  return words;
}

// Bytes of the beginning in the text as written: folding keeps the number of its characters.
std::size_t bytes_of_beginning(const PhraseList& list, string_view text) {
  const std::string words = phrase_words(text);
  std::size_t characters = count_code_points(string_view(words).substr(0, list.beginning(words)));
  std::size_t at = 0;
  for (; characters > 0 && at < text.size(); --characters) next_code_point(text, at);
  return at;
}

// "34 comments", "12 responses", "5 min read", "1 Kommentar".
bool counts_something(string_view words) {
  const std::size_t digits = words.find_first_not_of("0123456789,.");
  if (digits == 0 || digits == string_view::npos || words[digits] != ' ') return false;
  return vocabulary().counted.contains(words.substr(digits + 1));
}

bool is_credit_label(string_view label) {
  if (vocabulary().credits.contains(label)) return true;
  const std::size_t space = label.find(' ');
  return space != string_view::npos && vocabulary().credits.contains(label.substr(0, space)) &&
         vocabulary().credit_words.contains(label.substr(space + 1));
}

}  // namespace

bool names_references(string_view text) {
  return vocabulary().references.contains(heading_words(text));
}
bool names_notes(string_view text) { return vocabulary().notes.contains(heading_words(text)); }
bool names_author_note(string_view text) {
  return vocabulary().author_notes.contains(heading_words(text));
}

bool names_related_links(string_view text) {
  constexpr std::size_t kLongest = 10;  // words
  const std::string words = heading_words(text);
  if (words.empty()) return false;
  if (vocabulary().related.contains(words) || counts_something(plain::folded(text))) return true;
  if (vocabulary().related_beginnings.beginning(words) == 0) return false;
  const plain::Measure found = plain::measure(text);
  return found.words <= kLongest && !found.ends_sentence;
}

SiteWords site_words(string_view text) {
  if (text.size() > kLongestPhraseText) return SiteWords::None;
  constexpr std::size_t kShort = 90;  // bytes
  constexpr std::size_t kEarly = 48;
  const std::size_t position = vocabulary().strong.position(phrase_words(text));
  if (position != string_view::npos) {
    return text.size() <= kShort || position <= kEarly ? SiteWords::Strong : SiteWords::Mentioned;
  }
  const std::string label = plain::folded(text);
  const bool is_label = vocabulary().weak.contains(label) || vocabulary().related.contains(label) ||
                        counts_something(label);
  return is_label ? SiteWords::Weak : SiteWords::None;
}

std::size_t byline_prefix(string_view text) {
  return bytes_of_beginning(vocabulary().bylines, text);
}
std::size_t date_prefix(string_view text) { return bytes_of_beginning(vocabulary().dates, text); }

bool begins_with_credit(string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != string_view::npos && colon < kLongestPhraseText) {
    return is_credit_label(plain::folded(text.substr(0, colon)));
  }
  // "Photo by Jane Roe", "Photo courtesy of the archive".
  const std::string words = phrase_words(text);
  const std::size_t first = words.find(' ');
  if (first == std::string::npos) return false;
  if (!vocabulary().credits.contains(string_view(words).substr(0, first))) return false;
  const string_view rest = string_view(words).substr(first + 1);
  return rest.substr(0, 3) == "by " || rest.substr(0, 9) == "courtesy " ||
         rest.substr(0, 7) == "credit " || rest.substr(0, 4) == "via ";
}

bool is_attribution(string_view text) {
  const std::string words = phrase_words(text);
  const std::size_t begin = words.find_first_not_of("[(*_");
  return begin != std::string::npos &&
         vocabulary().attributions.beginning(string_view(words).substr(begin)) > 0;
}

bool describes_picture(string_view text) {
  constexpr int kNounWithin = 6;  // words
  const std::string words = phrase_words(text);
  string_view rest = words;
  for (int i = 0; i < kNounWithin && !rest.empty(); ++i) {
    const std::size_t space = rest.find(' ');
    if (space == string_view::npos) return false;
    const string_view word = rest.substr(0, space);
    rest.remove_prefix(space + 1);
    if (i == 0 && vocabulary().articles.contains(word)) return false;
    if (!vocabulary().pictures.contains(word)) continue;
    return vocabulary().picture_links.contains(rest.substr(0, rest.find(' ')));
  }
  return false;
}

}  // namespace garland
