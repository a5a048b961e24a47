#include "readers/words/page_words.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/unicode.h"
#include "readers/words/measure.h"
#include "readers/words/page_phrases.h"
#include "readers/words/page_site_headings.h"
#include "readers/words/page_site_labels.h"
#include "readers/words/page_site_phrases.h"
#include "readers/words/phrase_tables.h"

namespace garland {

namespace {

using std::string_view;

// The tables ready for use, made once and never changed.
struct Vocabulary {
  PhraseSet references{kReferences};
  PhraseSet notes{kNotes};
  PhraseSet author_notes{kAuthorNotes};
  PhraseSet related{kRelated};
  PhraseIndex related_beginnings{kRelatedBeginnings};
  PhraseIndex counted{kCounted};
  PhraseIndex reading_time{kReadingTime};
  PhraseSet weak{kWeak};
  PhraseIndex strong{kStrong};
  PhraseSet form_fields{kFormFields};
  PhraseIndex field_notes{kFieldNotes};
  PhraseIndex said{kSaid};
  PhraseSet reply{kReply};
  PhraseSet pagers{kPagers};
  PhraseSet language_names{kLanguageNames};
  PhraseList bylines{kBylines};
  PhraseIndex byline_words{kBylines};
  PhraseList dates{kDates};
  PhraseSet date_phrases{kDates};
  PhraseSet date_fillers{kDateFillers};
  PhraseIndex changes{kChanges};
  PhraseSet author_roles{kAuthorRoles};
  PhraseSet credits{kCredits};
  PhraseIndex credit_beginnings{kCredits};
  PhraseSet credit_words{kCreditWords};
  PhraseList attributions{kAttributions};
  PhraseList cross_references{kCrossReferences};
  PhraseIndex attribution_words{kAttributions};
  PhraseSet pictures{kPictures};
  PhraseSet picture_links{kPictureLinks};
  PhraseSet articles{kArticles};
};

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary;
  return kVocabulary;
}

// "2. References:" is "references".
string_view heading_words(const ShortText& text) {
  const string_view words = text.words;
  return words.substr(std::min(words.find_first_not_of("0123456789 "), words.size()));
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

bool is_number(string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == string_view::npos;
}

// "34 comments", "1 234 views", "comments 34", "comment s 3".
bool counts_something(string_view words) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (words.size() <= kLongest && vocabulary().reading_time.beginning(words) > 0) return true;
  string_view rest = words;
  bool has_number = false;
  while (is_number(rest.substr(0, rest.find(' ')))) {
    has_number = true;
    rest.remove_prefix(std::min(rest.find(' ') + 1, rest.size()));
    if (rest.find(' ') == string_view::npos) break;
  }
  const std::size_t space = rest.rfind(' ');
  if (!has_number && space != string_view::npos && is_number(rest.substr(space + 1))) {
    has_number = true;
    rest = rest.substr(0, space);
  }
  return has_number && !rest.empty() && vocabulary().counted.beginning(rest) == rest.size();
}

// "Edit History Tags Source": links side by side, each a label by itself.
bool are_all_labels(string_view words) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (words.size() > kLongest || words.find(' ') == string_view::npos) return false;
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    if (!vocabulary().weak.contains(words.substr(0, space))) return false;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return true;
}

// Letters and digits of ASCII are by far the most, and told without a table.
bool is_of_word(char32_t c) {
  if (c < 0x80) {
    const char byte = static_cast<char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || is_ascii_digit(byte);
  }
  return is_letter(c) || is_digit(c) || is_mark(c);
}

// Takes text whose case is folded but for the letters of ASCII.
std::string words_of(string_view text) {
  std::string words;
  words.reserve(text.size());
  bool is_apart = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
    char32_t c = is_ascii ? static_cast<unsigned char>(text[at++]) : next_code_point(text, at);
    if (c == 0x2019 || c == 0x2018) c = U'\'';
    if (!is_of_word(c) && (c != U'\'' || is_apart)) {
      is_apart = !words.empty();
      continue;
    }
    if (is_apart) words += ' ';
    is_apart = false;
    if (c < 0x80) {
      words += static_cast<char>(c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
    } else {
      append_utf8(words, c);
    }
  }
  return words;
}

bool is_credit_label(string_view label) {
  if (vocabulary().credits.contains(label)) return true;
  const std::size_t space = label.find(' ');
  return space != string_view::npos && vocabulary().credits.contains(label.substr(0, space)) &&
         vocabulary().credit_words.contains(label.substr(space + 1));
}

}  // namespace

std::string lookup_words(string_view text) {
  if (text.size() > kLongestPhraseText) return {};
  const bool is_ascii = std::all_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return is_ascii ? words_of(text) : words_of(fold_case(text));
}

bool names_references(const ShortText& text) {
  return vocabulary().references.contains(heading_words(text));
}
bool names_notes(const ShortText& text) { return vocabulary().notes.contains(heading_words(text)); }
bool names_author_note(const ShortText& text) {
  return vocabulary().author_notes.contains(heading_words(text));
}

bool names_related_links(const ShortText& text) {
  constexpr std::size_t kLongest = 10;  // words
  const string_view words = heading_words(text);
  if (words.empty()) return false;
  if (vocabulary().related.contains(words) || counts_something(text.words)) return true;
  if (vocabulary().related_beginnings.beginning(words) == 0) return false;
  const plain::Measure found = plain::measure(text.text);
  return found.words <= kLongest && !found.ends_sentence;
}

SiteWords site_words(const ShortText& text) {
  constexpr std::size_t kShort = 90;  // bytes
  constexpr std::size_t kEarly = 48;
  const string_view words = text.words;
  const std::size_t position = vocabulary().strong.position(words);
  if (position != string_view::npos) {
    return text.text.size() <= kShort || position <= kEarly ? SiteWords::Strong
                                                            : SiteWords::Mentioned;
  }
  const bool is_label = vocabulary().weak.contains(words) || vocabulary().related.contains(words) ||
                        counts_something(words) || are_all_labels(words);
  return is_label ? SiteWords::Weak : SiteWords::None;
}

bool counts_responses(const ShortText& text) { return counts_something(text.words); }

bool labels_form_field(const ShortText& text) {
  const string_view words = text.words;
  if (vocabulary().form_fields.contains(words)) return true;
  const std::size_t note = vocabulary().field_notes.position(words);
  return note != string_view::npos && note > 0 &&
         vocabulary().form_fields.contains(words.substr(0, note - 1));
}

bool heads_comment(const ShortText& text) {
  constexpr std::size_t kLongest = 14;  // words: a name, a day and an hour
  const string_view words = text.words;
  const std::size_t position = vocabulary().said.position(words);
  if (position == string_view::npos || position == 0) return false;
  if (plain::measure(text.text).words > kLongest) return false;
  // "Ada says:", "Ada wrote on 3 May".
  return text.text.back() == ':' || vocabulary().said.is_ending(words) ||
         words.find_first_of("0123456789", position) != string_view::npos;
}

bool is_reply_button(const ShortText& text) { return vocabulary().reply.contains(text.words); }

bool names_pager(const ShortText& text) { return vocabulary().pagers.contains(text.words); }

bool names_language(const ShortText& text) {
  return vocabulary().language_names.contains(text.words);
}

bool mentions_byline(const ShortText& text) {
  return vocabulary().byline_words.position(text.words) != string_view::npos;
}

std::size_t byline_prefix(string_view text) {
  return bytes_of_beginning(vocabulary().bylines, text);
}

std::size_t date_prefix(string_view text) { return bytes_of_beginning(vocabulary().dates, text); }

bool is_date_filler(string_view text) {
  const std::string words = lookup_words(text);
  if (vocabulary().date_phrases.contains(words)) return true;
  string_view rest = words;
  while (!rest.empty()) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    if (!vocabulary().date_fillers.contains(rest.substr(0, space))) return false;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return true;
}
bool says_changed(string_view text) {
  return vocabulary().changes.position(lookup_words(text)) != string_view::npos;
}
bool names_author_role(string_view text) {
  return vocabulary().author_roles.contains(lookup_words(text));
}

bool begins_with_credit(const ShortText& written) {
  if (vocabulary().credit_beginnings.beginning(written.words) == 0) return false;
  const string_view text = written.text;
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

bool is_attribution(const ShortText& text) {
  if (vocabulary().attribution_words.beginning(text.words) == 0) return false;
  const std::string words = phrase_words(text.text);
  const std::size_t begin = words.find_first_not_of("[(*_");
  return begin != std::string::npos &&
         vocabulary().attributions.beginning(string_view(words).substr(begin)) > 0;
}

bool is_cross_reference(string_view text) {
  return vocabulary().cross_references.beginning(phrase_words(text)) > 0;
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
    if (!vocabulary().pictures.contains(lookup_words(word))) continue;
    return vocabulary().picture_links.contains(rest.substr(0, rest.find(' ')));
  }
  return false;
}

}  // namespace garland
