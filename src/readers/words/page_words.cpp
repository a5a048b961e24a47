#include "readers/words/page_words.h"

#include <algorithm>
#include <array>
#include <string>

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
  WordIndex index;  // of all the others
  PhraseSet references{kReferences, index};
  PhraseSet notes{kNotes, index};
  PhraseSet author_notes{kAuthorNotes, index};
  PhraseSet related{kRelated, index};
  PhraseIndex related_beginnings{kRelatedBeginnings, index};
  PhraseIndex counted{kCounted, index};
  PhraseIndex reading_time{kReadingTime, index};
  PhraseSet weak{kWeak, index};
  PhraseIndex ratings{kRatings, index};
  PhraseIndex strong{kStrong, index};
  PhraseSet form_fields{kFormFields, index};
  PhraseIndex field_notes{kFieldNotes, index};
  PhraseIndex said{kSaid, index};
  PhraseSet reply{kReply, index};
  PhraseSet pagers{kPagers, index};
  PhraseSet language_names{kLanguageNames, index};
  PhraseList bylines{kBylines};
  PhraseIndex byline_words{kBylines, index};
  PhraseList dates{kDates};
  PhraseSet date_phrases{kDates, index};
  PhraseSet date_fillers{kDateFillers, index};
  PhraseIndex changes{kChanges, index};
  PhraseSet author_roles{kAuthorRoles, index};
  PhraseSet credits{kCredits, index};
  PhraseIndex credit_beginnings{kCredits, index};
  PhraseSet credit_words{kCreditWords, index};
  PhraseList attributions{kAttributions};
  PhraseSet adverts{kAdverts, index};
  PhraseSet sections{kSections, index};
  PhraseList cross_references{kCrossReferences};
  PhraseIndex attribution_words{kAttributions, index};
  PhraseSet first_pages{kFirstPages, index};
  PhraseSet pictures{kPictures, index};
  PhraseSet picture_links{kPictureLinks, index};
  PhraseSet articles{kArticles, index};
};

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary;
  return kVocabulary;
}

// Whether the table can have anything to say of the text at all.
template <typename Table>
bool concerns(const Table& table, const ShortText& text) {
  return (text.tables & table.bit()) != 0;
}

// Whether all of these words, which are of the text, are one of the phrases.
bool has_phrase(const PhraseSet& phrases, const ShortText& text, string_view words) {
  return concerns(phrases, text) && phrases.contains(words);
}
bool has_phrase(const PhraseSet& phrases, const ShortText& text) {
  return has_phrase(phrases, text, text.words);
}

// Where the first of the phrases stands in the text's words, or npos.
std::size_t position(const PhraseIndex& phrases, const ShortText& text) {
  return concerns(phrases, text) ? phrases.position(text.words) : string_view::npos;
}

// "2. References:" is "references".
string_view heading_words(const ShortText& text) {
  const string_view words = text.words;
  return words.substr(std::min(words.find_first_not_of("0123456789 "), words.size()));
}
bool has_heading(const PhraseSet& phrases, const ShortText& text) {
  return concerns(phrases, text) && phrases.contains(heading_words(text));
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

// Their beginning, as far as a phrase of the list can reach: most texts are longer.
std::string phrase_words_for(const PhraseList& list, string_view text) {
  constexpr std::size_t kMore = 16;  // bytes that spaces may take, and a letter cut at the end
  const std::size_t enough = list.longest() + kMore;
  if (text.size() > kLongestPhraseText || text.size() <= enough) return phrase_words(text);
  std::string words = phrase_words(text.substr(0, enough));
  return words.size() > list.longest() + kMore / 2 ? words : phrase_words(text);
}

// Bytes of the beginning in the text as written: folding keeps the number of its characters.
std::size_t bytes_of_beginning(const PhraseList& list, string_view text) {
  if (!list.may_begin(text)) return 0;
  const std::string words = phrase_words_for(list, text);
  std::size_t characters = count_code_points(string_view(words).substr(0, list.beginning(words)));
  std::size_t at = 0;
  for (; characters > 0 && at < text.size(); --characters) next_code_point(text, at);
  return at;
}

bool is_number(string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == string_view::npos;
}

// "14", and "14h22" as Portuguese and French have it.
bool is_part_of_hour(string_view word) {
  constexpr std::size_t kLongest = 2;  // digits
  const std::size_t sign = word.find('h');
  const string_view minutes = sign < word.size() ? word.substr(sign + 1) : word;
  const string_view hours = word.substr(0, sign);
  return hours.size() <= kLongest && is_number(hours) && minutes.size() <= kLongest &&
         (minutes.empty() || is_number(minutes));
}

bool may_count(const ShortText& text) {
  return concerns(vocabulary().counted, text) || concerns(vocabulary().reading_time, text);
}
// "34 comments", "1 234 views", "comments 34", "comment s 3".
bool counts_something(const ShortText& text) {
  const Vocabulary& known = vocabulary();
  if (!may_count(text)) return false;
  constexpr std::size_t kLongest = 60;  // bytes
  const string_view words = text.words;
  if (words.size() <= kLongest && known.reading_time.beginning(words) > 0) return true;
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
  return has_number && !rest.empty() && known.counted.beginning(rest) == rest.size();
}

// "4.87 from 212 votes", "4,5 von 5 Sternen (23 Bewertungen)".
bool tells_rating(const ShortText& text) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (!concerns(vocabulary().ratings, text) || text.words.size() > kLongest) return false;
  const string_view words = text.words;
  const std::size_t word = words.find_first_not_of("0123456789 ");
  const std::size_t more = words.find_first_of("0123456789", word);
  const bool begins = is_number(words.substr(0, words.find(' ')));
  return begins && more != string_view::npos &&
         vocabulary().ratings.position(words) != string_view::npos;
}

// "Edit History Tags Source": links side by side, each a label by itself.
bool are_all_labels(const ShortText& text) {
  constexpr std::size_t kLongest = 60;  // bytes
  string_view words = text.words;
  if (!concerns(vocabulary().weak, text)) return false;
  if (words.size() > kLongest || words.find(' ') == string_view::npos) return false;
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    if (!vocabulary().weak.contains(words.substr(0, space))) return false;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return true;
}

bool is_credit_label(string_view label) {
  if (vocabulary().credits.contains(label)) return true;
  const std::size_t space = label.find(' ');
  return space != string_view::npos && vocabulary().credits.contains(label.substr(0, space)) &&
         vocabulary().credit_words.contains(label.substr(space + 1));
}

}  // namespace

ShortText::ShortText(string_view written) : text(written), words(lookup_words(written)) {
  const WordIndex::Found found = vocabulary().index.look_over(words);
  tables = found.tables;
  function_words = found.function_words;
}

bool names_references(const ShortText& text) { return has_heading(vocabulary().references, text); }
bool names_notes(const ShortText& text) { return has_heading(vocabulary().notes, text); }
bool names_author_note(const ShortText& text) {
  return has_heading(vocabulary().author_notes, text);
}

bool names_related_links(const ShortText& text) {
  constexpr std::size_t kLongest = 10;  // words
  const Vocabulary& known = vocabulary();
  const bool may_begin = concerns(known.related_beginnings, text);
  if (!may_begin && !concerns(known.related, text) && !may_count(text)) return false;
  const string_view words = heading_words(text);
  if (words.empty()) return false;
  if (has_phrase(known.related, text, words) || counts_something(text)) return true;
  if (!may_begin || known.related_beginnings.beginning(words) == 0) return false;
  const plain::Measure found = plain::measure(text.text);
  return found.words <= kLongest && !found.ends_sentence;
}

SiteWords site_words(const ShortText& text) {
  constexpr std::size_t kShort = 90;  // bytes
  constexpr std::size_t kEarly = 48;
  const Vocabulary& known = vocabulary();
  const std::size_t found = position(known.strong, text);
  if (found != string_view::npos) {
    return text.text.size() <= kShort || found <= kEarly ? SiteWords::Strong : SiteWords::Mentioned;
  }
  const bool is_label = has_phrase(known.weak, text) || has_phrase(known.related, text) ||
                        counts_something(text) || are_all_labels(text) || tells_rating(text);
  return is_label ? SiteWords::Weak : SiteWords::None;
}

bool counts_responses(const ShortText& text) { return counts_something(text); }

bool labels_form_field(const ShortText& text) {
  const Vocabulary& known = vocabulary();
  if (!concerns(known.form_fields, text)) return false;
  const string_view words = text.words;
  if (known.form_fields.contains(words)) return true;
  const std::size_t note = known.field_notes.position(words);
  return note != string_view::npos && note > 0 &&
         known.form_fields.contains(words.substr(0, note - 1));
}

bool heads_comment(const ShortText& text) {
  constexpr std::size_t kLongest = 14;  // words: a name, a day and an hour
  const PhraseIndex& said = vocabulary().said;
  const string_view words = text.words;
  const std::size_t verb = position(said, text);
  if (verb == string_view::npos || verb == 0) return false;
  if (plain::measure(text.text).words > kLongest) return false;
  // "Ada says:", "Ada wrote on 3 May".
  return text.text.back() == ':' || said.is_ending(words) ||
         words.find_first_of("0123456789", verb) != string_view::npos;
}

bool is_reply_button(const ShortText& text) { return has_phrase(vocabulary().reply, text); }

bool begins_with_pager(const ShortText& text) {
  const PhraseSet& pagers = vocabulary().pagers;
  const std::size_t colon = concerns(pagers, text) ? text.text.find(':') : string_view::npos;
  return colon != string_view::npos && pagers.contains(lookup_words(text.text.substr(0, colon)));
}

bool names_language(const ShortText& text) { return has_phrase(vocabulary().language_names, text); }

bool mentions_byline(const ShortText& text) {
  return position(vocabulary().byline_words, text) != string_view::npos;
}

std::size_t byline_prefix(string_view text) {
  return bytes_of_beginning(vocabulary().bylines, text);
}

std::size_t date_prefix(string_view text) { return bytes_of_beginning(vocabulary().dates, text); }

bool is_date_filler(string_view text) {
  const std::string words = lookup_words(text);
  if (vocabulary().date_phrases.contains(words)) return true;
  string_view rest = words;
  const bool is_one = rest.find(' ') == string_view::npos;
  while (!rest.empty()) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    const string_view word = rest.substr(0, space);
    // "14 22 bst": an hour written with a full stop.
    const bool is_hour = !is_one && is_part_of_hour(word);
    if (!is_hour && !vocabulary().date_fillers.contains(word)) return false;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return true;
}
bool says_changed(string_view text) {
  return vocabulary().changes.position(lookup_words(text)) != string_view::npos;
}
bool ends_with_author_role(const ShortText& text) {
  const string_view words = text.words;
  return has_phrase(vocabulary().author_roles, text, words.substr(words.rfind(' ') + 1));
}
bool names_author_role(string_view text) {
  return vocabulary().author_roles.contains(lookup_words(text));
}

bool begins_with_credit(const ShortText& written) {
  const PhraseIndex& beginnings = vocabulary().credit_beginnings;
  if (!concerns(beginnings, written) || beginnings.beginning(written.words) == 0) return false;
  const string_view text = written.text;
  const std::size_t colon = std::min(text.find(':'), text.find("："));
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
  const PhraseIndex& beginnings = vocabulary().attribution_words;
  if (!concerns(beginnings, text) || beginnings.beginning(text.words) == 0) return false;
  const std::string words = phrase_words(text.text);
  const std::size_t begin = words.find_first_not_of("[(*_");
  return begin != std::string::npos &&
         vocabulary().attributions.beginning(string_view(words).substr(begin)) > 0;
}

bool marks_advertisement(const ShortText& text) { return has_phrase(vocabulary().adverts, text); }

bool is_cross_reference(string_view text) {
  return bytes_of_beginning(vocabulary().cross_references, text) > 0;
}

bool names_first_page(string_view words) { return vocabulary().first_pages.contains(words); }

bool names_picture(string_view text) {
  const std::string words = lookup_words(text);
  return vocabulary().pictures.contains(words) || vocabulary().credits.contains(words);
}

bool names_section(const ShortText& text) {
  return has_heading(vocabulary().sections, text) || names_references(text) || names_notes(text);
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
