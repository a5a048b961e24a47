#include "readers/plain_text/heading_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "readers/plain_text/numbering.h"
#include "readers/words/byline.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr std::uint32_t kWidestHeading = 110;  // code points

// "Q: And the paint?": who speaks, by initials.
bool begins_with_speaker(std::string_view text) {
  constexpr std::size_t kMostInitials = 3;
  const std::size_t colon = text.substr(0, kMostInitials + 2).find(": ");
  return colon != std::string_view::npos && colon > 0 &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "Keywords: dogs; ferries; signals": an enumeration.
bool enumerates(std::string_view text) {
  if (text.find(';') != std::string_view::npos) return true;
  const std::size_t colon = text.find(": ");
  return colon != std::string_view::npos &&
         std::count(text.begin() + static_cast<std::ptrdiff_t>(colon), text.end(), ',') >= 2;
}

// "— Jane Roe", "# A comment": what no heading begins with.
bool begins_with_sign(std::string_view text) {
  return text.find_first_of("-#*+=<>|/\\@&~^_") == 0 || text.substr(0, 3) == "\xE2\x80\x94" ||
         text.substr(0, 3) == "\xE2\x80\x93" || text.substr(0, 3) == "\xE2\x80\x95";
}

// "Figure 1: The pier", "Abb. 3. Der Kai": what stands under a picture or above a table.
bool begins_with_figure_number(std::string_view text) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"abb",     "abbildung", "afb",     "afbeelding", "fig",     "figur",   "figura",
       "figure",  "kuva",      "obr",     "obrázek",    "rys",     "rysunek", "tab",
       "tabel",   "tabela",    "tabell",  "tabella",    "tabelle", "tabla",   "table",
       "tableau", "рис",       "рисунок", "табл",       "таблица"});
  const NamedNumber found = named_number(text);
  if (found.sign != ':' && found.sign != '.') return false;
  const std::string_view name = found.name;
  return contains(kLabels, to_lower(name.substr(0, name.size() - (name.ends_with('.') ? 1 : 0))));
}

// "Note", "Tip", "Warning", alone: what a site prints above a box.
bool is_callout_label(std::string_view text) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"note",        "tip",          "important",    "warning",
       "caution",     "hint",         "hinweis",      "tipp",
       "wichtig",     "achtung",      "vorsicht",     "warnung",
       "remarque",    "astuce",       "attention",    "avertissement",
       "nota",        "consejo",      "importante",   "aviso",
       "advertencia", "suggerimento", "attenzione",   "avvertenza",
       "dica",        "atenção",      "cuidado",      "opmerking",
       "let op",      "belangrijk",   "waarschuwing", "obs",
       "viktigt",     "varning",      "bemærk",       "vigtigt",
       "advarsel",    "merk",         "viktig",       "huomautus",
       "vinkki",      "tärkeää",      "varoitus",     "uwaga",
       "wskazówka",   "ważne",        "ostrzeżenie",  "poznámka",
       "důležité",    "upozornění",   "varování",     "примечание",
       "совет",       "важно",        "внимание",     "предупреждение",
       "примітка",    "порада",       "важливо",      "увага",
       "σημείωση",    "συμβουλή",     "σημαντικό",    "προσοχή",
       "uyarı",       "ipucu",        "önemli",       "dikkat",
       "注意",        "提示",         "警告",         "重要",
       "ヒント",      "注記",         "참고",         "팁",
       "경고",        "주의",         "ملاحظة",       "تنبيه",
       "تحذير",       "הערה",         "טיפ",          "אזהרה"});
  constexpr std::size_t kLongest = 32;  // bytes
  return text.size() <= kLongest && contains(kLabels, std::string_view(folded(text)));
}

}  // namespace

HeadingStyle heading_style(const Measure& found) {
  if (found.letters > 1 && found.lower == 0 && found.begins_upper && found.capitalized > 0) {
    return HeadingStyle::Capitals;
  }
  return found.long_lower == 0 && found.capitalized > 1 ? HeadingStyle::Title
                                                        : HeadingStyle::Sentence;
}

int numbered_depth(const Piece& piece) {
  const int depth = decimal_number(piece.text).depth;
  if (depth > 0) return depth;
  return piece.mark.kind == Mark::Kind::Number ? 1 : 0;
}

bool is_worded_like_heading(const Piece& piece) {
  const Measure& found = piece.measure;
  if (found.words == 0 || found.words > kLongestHeading || found.width > kWidestHeading) {
    return false;
  }
  // "Ferry 2018", but not "3 March 2021".
  const std::uint32_t signs = is_ascii_digit(piece.text.front()) ? 0 : found.digits;
  if ((found.letters + signs) * 2 < found.width || found.letters == 0) return false;
  if (found.begins_lower || found.is_quoted || begins_with_sign(piece.text)) return false;
  if (begins_with_figure_number(piece.text) || is_in_brackets(piece.text)) return false;
  if (is_callout_label(piece.text)) return false;
  constexpr std::u32string_view kNoEnd = U".!…,;:–—-/\\=<>{}|";
  const bool is_numbered = piece.mark.kind == Mark::Kind::Number && found.sentence_ends <= 1;
  // Old books set a full stop behind headings: "CHAPTER IV."
  const bool may_stop = is_numbered || heading_style(found) == HeadingStyle::Capitals;
  if (kNoEnd.find(found.last) != std::u32string_view::npos && !(may_stop && found.last == U'.')) {
    return false;
  }
  if (found.last != U'?' && !may_stop && (found.ends_sentence || found.sentence_ends > 1)) {
    return false;
  }
  const std::string_view text = piece.text;
  if (text.find("://") != std::string_view::npos || note_mark(text)) return false;
  if (is_attribution(text) || begins_with_credit(text)) return false;
  if (begins_with_speaker(text) || enumerates(text) || is_byline_word(piece.text)) return false;
  return !parse_byline(text);
}

bool is_in_brackets(std::string_view text) {
  return text.size() > 2 && text.front() == '[' && text.find(']') == text.size() - 1;
}

bool is_byline_word(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"by", "von", "par", "por", "di", "door", "av", "af", "przez"});
  constexpr std::size_t kLongest = 8;  // bytes
  return text.size() <= kLongest && contains(kWords, std::string_view(folded(text)));
}

bool is_year(const Piece& piece) {
  const std::string_view text = piece.text;
  return text.size() == 4 && std::all_of(text.begin(), text.end(), is_ascii_digit) &&
         text >= "1000" && text <= "2199";
}

bool is_identifier(const Piece& piece) {
  const std::string_view text = piece.text;
  if (piece.measure.words != 1 || text.size() < 3 || text.size() > 40) return false;
  if (!is_ascii_letter(text.front()) || text.back() == '.') return false;
  if (text.find_first_of("/@:") != std::string_view::npos) return false;
  return text.find_first_of("._") != std::string_view::npos ||
         text.find("()") != std::string_view::npos;
}

}  // namespace garland::plain
