#include "readers/plain_text/facts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "document/metadata_values.h"
#include "readers/words/byline.h"
#include "readers/words/page_words.h"
#include "readers/words/rights.h"

namespace garland::plain {

namespace {

using std::string_view;

constexpr std::size_t kLongestLabelWords = 6;  // words
constexpr std::size_t kLongestLine = 160;      // bytes: of a label, trail or bar

// What a text can only be when it has one of certain bytes in it. They are all looked for at once,
// as most texts have none of most.
using Hints = std::uint8_t;
constexpr Hints kMayBeTrail = 1U << 0U;
constexpr Hints kMayBeBar = 1U << 1U;
constexpr Hints kMayBeCode = 1U << 2U;
constexpr Hints kMayBeCopyright = 1U << 3U;
constexpr Hints kMayBeField = 1U << 4U;
constexpr Hints kMayEndInCredit = 1U << 5U;

constexpr std::array<Hints, 256> kHints = [] {
  std::array<Hints, 256> hints{};
  const auto set = [&hints](string_view bytes, Hints hint) {
    for (const char c : bytes) hints.at(static_cast<unsigned char>(c)) |= hint;
  };
  // \xC2 and \xE2 begin the signs beyond ASCII that are asked for.
  set("\xC2\xE2>/", kMayBeTrail);
  set("\xC2\xE2|", kMayBeBar);
  set("(){}=<>;#&[$/-", kMayBeCode);
  set("\xC2(C", kMayBeCopyright);
  set("([]", kMayBeField);
  set("\xE2.:", kMayEndInCredit);
  return hints;
}();

Hints hints_of(string_view text) {
  Hints hints = 0;
  for (const char c : text) hints |= kHints[static_cast<unsigned char>(c)];
  return hints;
}

// Where " sign " stands from an offset on, or npos. Most texts have many spaces and no sign: it is
// looked for first.
std::size_t find_spaced(string_view text, string_view sign, std::size_t from = 0) {
  for (std::size_t at = text.find(sign, from + 1); at != string_view::npos;
       at = text.find(sign, at + 1)) {
    if (text[at - 1] == ' ' && text.substr(at + sign.size()).starts_with(' ')) return at - 1;
  }
  return string_view::npos;
}

std::size_t count_spaced(string_view text, string_view sign) {
  std::size_t count = 0;
  for (std::size_t at = find_spaced(text, sign); at != string_view::npos;
       at = find_spaced(text, sign, at + sign.size() + 2)) {
    ++count;
  }
  return count;
}

// "Linux (105)", "March 2018 (1)".
bool has_entry_count(string_view text) {
  if (text.size() < 4 || text.back() != ')') return false;
  const std::size_t open = text.rfind('(');
  if (open == string_view::npos || open == 0 || open + 2 >= text.size()) return false;
  const string_view number = text.substr(open + 1, text.size() - open - 2);
  return number.size() <= 6 && number.find_first_not_of("0123456789., ") == string_view::npos;
}

// "May 2014", "Mai 2014 (3)": a month and a year and nothing else.
bool is_month(string_view text) {
  constexpr std::size_t kLongest = 24;  // bytes
  constexpr std::size_t kYear = 4;      // digits
  text = trim(text.substr(0, text.find('(')));
  if (text.size() > kLongest || text.size() <= kYear) return false;
  const string_view year = text.substr(text.size() - kYear);
  if (!std::all_of(year.begin(), year.end(), is_ascii_digit)) return false;
  const std::optional<Date> date = date_from(text);
  return date && date->year > 0 && date->month > 0 && date->day == 0;
}

// "Home » News » The title", "Home > News".
bool is_trail(string_view text, const Measure& found) {
  static constexpr auto kJoints = std::to_array<string_view>({"»", "›", "‹", ">", "→", "▸", "/"});
  static constexpr auto kSure = std::to_array<string_view>({"»", "›"});
  if (text.size() > 2 * kLongestLine || found.sentence_ends > 1) return false;
  for (const string_view joint : kJoints) {
    const std::size_t joints = count_spaced(text, joint);
    if (joints >= 2 || (joints == 1 && contains(kSure, joint))) {
      const string_view first = text.substr(0, find_spaced(text, joint));
      if (contains(kSure, joint) || joint == "‹") return true;
      return site_words(first) == SiteWords::Weak;
    }
  }
  return false;
}

// "← Older", "next »", "»»»", "Previous: The ferry".
bool has_arrow(const ShortText& written, const Measure& found) {
  static constexpr auto kArrows =
      std::to_array<string_view>({"←", "→", "«", "»", "‹", "›", "⟵", "⟶", "↑"});
  const string_view text = written.text;
  if (text.empty() || text.size() > kLongestLine || found.sentence_ends > 2) return false;
  if (begins_with_pager(written)) return true;
  if (is_ascii_byte(text.front()) && is_ascii_byte(text.back())) return false;
  const auto begins = std::find_if(kArrows.begin(), kArrows.end(),
                                   [text](string_view sign) { return text.starts_with(sign); });
  const auto ends = std::find_if(kArrows.begin(), kArrows.end(),
                                 [text](string_view sign) { return text.ends_with(sign); });
  if (begins == kArrows.end() && ends == kArrows.end()) return false;
  if (found.letters == 0) return true;
  // Between guillemets, pointing either way, something is quoted.
  const bool has_left = text.find("«") != string_view::npos;
  const bool has_right = text.find("»") != string_view::npos;
  return !(has_left && has_right);
}

// "Help | Terms | Privacy", "Cite · Contact · About".
bool is_bar(string_view text, string_view separator) {
  if (text.find(separator) == string_view::npos) return false;
  std::size_t parts = 0;
  std::size_t labels = 0;
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find(separator), text.size());
    const string_view part = trim(text.substr(0, bar));
    if (!part.empty()) {
      ++parts;
      const Measure found = measure(part);
      if (found.words <= kLongestLabelWords && !found.ends_sentence) ++labels;
    }
    text.remove_prefix(std::min(bar + separator.size(), text.size()));
  }
  return parts >= 3 && labels * 4 >= parts * 3;
}
bool is_bar(string_view text) {
  static constexpr auto kBars = std::to_array<string_view>({"|", " · ", " • "});
  return text.size() <= 2 * kLongestLine &&
         std::any_of(kBars.begin(), kBars.end(),
                     [text](string_view separator) { return is_bar(text, separator); });
}

// "[1]Home [2]Poems [3]About": links side by side, of few words each.
bool is_row_of_links(const Piece& piece) {
  constexpr std::size_t kFewest = 3;
  return piece.links.size() >= kFewest && piece.measure.words <= 2 * piece.links.size() &&
         !piece.measure.ends_sentence;
}

// A line with the sign behind no more than a few words. "(c)" may be an item's letter ("rule
// 2(c)").
bool is_copyright(string_view text, const Measure& found) {
  constexpr std::uint32_t kLongest = 40;  // words
  if (text.size() > 2 * kLongestLine || found.words > kLongest) return false;
  if (text.starts_with("Copyright ")) return found.digits >= 4 && names_owner(text);
  constexpr std::size_t kEarly = 30;  // bytes
  const std::size_t typed = found.ends_sentence ? string_view::npos : find_spaced(text, "(c)");
  const std::size_t sign = std::min(text.find("©"), typed);
  return sign < kEarly && names_owner(text.substr(sign));
}

bool has_sign_of_code(string_view text) {
  static constexpr auto kSigns = std::to_array<string_view>(
      {"();", ");", "};", "==", "=>", "->", "</", "/>", "<!", "#[", "&&", "[[", "!(", "()"});
  static constexpr ByteSet kFirsts = first_bytes(kSigns);
  for (std::size_t at = kFirsts.first_in(text); at < text.size();
       at = kFirsts.first_in(text, at + 1)) {
    const string_view rest = text.substr(at);
    if (std::any_of(kSigns.begin(), kSigns.end(),
                    [rest](string_view sign) { return rest.starts_with(sign); })) {
      return true;
    }
    if (at > 0 && text.substr(at - 1, 3) == " = ") return true;
  }
  return false;
}

bool is_code(string_view text, const Measure& found) {
  static constexpr auto kBeginnings =
      std::to_array<string_view>({"$ ", "// ", "#!", "--", "/*", "<"});
  constexpr std::uint32_t kLongest = 20;  // words
  if (found.words > kLongest) return false;
  const bool ends = text.back() == ';' || text.back() == '{' || text.back() == '}';
  return ends || has_sign_of_code(text) ||
         std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [text](string_view sign) { return text.starts_with(sign); });
}

bool is_note(const Piece& piece, const ShortText& text) {
  return names_references(text) || names_notes(text) || names_author_note(text) ||
         text.text.starts_with("^ ") || note_mark(piece.text).has_value();
}

// The beginning of a long text, ended at a space.
string_view beginning(string_view text) {
  if (text.size() <= kLongestPhraseText) return text;
  const std::size_t space = text.rfind(' ', kLongestPhraseText);
  return text.substr(0, space == string_view::npos ? 0 : space);
}

// "[__________]", "[ Submit ]", "( ) daily (X) weekly": fields and buttons as terminal browsers
// draw them. "[ ] milk" and "[x] milk" are things to do.
bool draws_form_field(string_view text) {
  constexpr std::size_t kLongestButton = 30;  // bytes
  if (text.find("[____") != string_view::npos || text.find("____]") != string_view::npos) {
    return true;
  }
  const auto has_choice = [text](string_view sign) {
    const std::size_t at = text.find(sign);
    return at != string_view::npos && text.find('(', at + 1) != string_view::npos;
  };
  if (has_choice("( ) ") || text.starts_with("( ) ") || text.starts_with("(X) ") ||
      text.starts_with("(*) ")) {
    return true;
  }
  return text.size() > 4 && text.size() <= kLongestButton && text.starts_with("[ ") &&
         text.ends_with(" ]") && text.find_first_of("[]", 1) == text.size() - 1;
}

void look_for_site_words(const ShortText& text, Hints hints, Facts& facts) {
  // "7 min read" heads nothing.
  facts.is_site_heading = names_related_links(text) && !counts_responses(text);
  const SiteWords site = site_words(text);
  facts.is_site_phrase = site == SiteWords::Strong;
  facts.is_site_label = site == SiteWords::Weak;
  facts.is_form_field =
      labels_form_field(text) || ((hints & kMayBeField) != 0 && draws_form_field(text.text));
  facts.is_advert = marks_advertisement(text);
  facts.is_reply = is_reply_button(text);
  facts.is_language = names_language(text);
  facts.is_comment_head = heads_comment(text);
}

// "2.1 The harbour" is "The harbour": a list of contents may number what the text does not.
std::uint64_t hash_of_label(string_view words) {
  const std::size_t begin = words.find_first_not_of("0123456789 ");
  if (begin != string_view::npos) words.remove_prefix(begin);
  return std::hash<string_view>{}(words) | 1U;
}

// "The snail in its drawer.Credit...Ana Roe": a picture's caption with its maker.
bool ends_in_credit(string_view text) {
  constexpr std::size_t kLongest = 40;  // bytes of the words for a picture
  static constexpr ByteSet kStops(".!?)");
  for (const string_view sign : {":", "...", "…"}) {
    const std::size_t end = text.find(sign);
    if (end == string_view::npos) continue;
    const std::size_t first = end > kLongest ? end - kLongest : 0;
    std::size_t begin = end;  // behind the sentence's end
    while (begin > first && !kStops.has(text[begin - 1])) --begin;
    if (begin == first) continue;
    if (begins_with_credit(std::string(trim(text.substr(begin, end - begin))) + ": Ana Roe"))
      return true;
  }
  return false;
}

void look_at_short(const Piece& piece, const ShortText& text, Hints hints, Facts& facts) {
  const auto may_be = [hints](Hints hint) { return (hints & hint) != 0; };
  const Measure& found = piece.measure;
  facts.is_protected = facts.is_protected || is_attribution(text) || begins_with_credit(text) ||
                       (may_be(kMayEndInCredit) && ends_in_credit(text.text));
  if (!facts.is_protected) look_for_site_words(text, hints, facts);
  constexpr std::uint32_t kLabel = 8;  // words
  if (found.words <= kLabel) facts.text_hash = hash_of_label(text.words);
  facts.is_note = is_note(piece, text);
  facts.is_section_name = names_section(text);
  facts.is_copyright = may_be(kMayBeCopyright) && is_copyright(text.text, found);
  facts.is_trail = may_be(kMayBeTrail) && is_trail(text.text, found);
  facts.has_arrow = has_arrow(text, found);
  facts.is_bar = (may_be(kMayBeBar) && is_bar(text.text)) || is_row_of_links(piece);
  facts.has_entry_count = has_entry_count(text.text);
  constexpr std::uint32_t kYear = 4;  // digits
  facts.is_month = found.digits >= kYear && is_month(text.text);
  // A number may be a list's or a day's, and a star a bullet or the sign behind a name.
  const bool is_doubtful =
      piece.mark.kind == Mark::Kind::Number || piece.mark.kind == Mark::Kind::Dash;
  facts.may_be_byline = is_doubtful || may_be_byline(text, found.digits);
}

}  // namespace

Facts facts_of(const Piece& piece, FunctionWords& words) {
  Facts facts;
  const Measure& found = piece.measure;
  const string_view text = string_view(piece.text).substr(piece.mark.bytes);
  facts.is_label = found.words <= kLongestLabelWords && !found.ends_sentence;
  facts.is_protected = piece.must_stay;
  ShortText looked_up(beginning(text));
  const Hints hints = text.size() <= kLongestPhraseText ? hints_of(text) : kMayBeCode;
  if (text.size() <= kLongestPhraseText) look_at_short(piece, looked_up, hints, facts);
  facts.words = std::move(looked_up.words);
  words = looked_up.function_words;
  facts.function_share = static_cast<float>(words.share());
  // One question or exclamation is as often a headline.
  constexpr std::uint32_t kLongestHeadline = 20;  // words
  const bool may_be_headline = found.words <= kLongestHeadline && found.sentence_ends <= 1 &&
                               (found.last == U'?' || found.last == U'!');
  facts.is_prose = found.is_prose() && !may_be_headline && !facts.is_trail && !facts.is_bar;
  facts.is_code = (hints & kMayBeCode) != 0 && !facts.is_prose &&
                  piece.kind != PieceKind::ThematicBreak && is_code(text, found);
  return facts;
}

}  // namespace garland::plain
