#include "readers/words/names.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/unicode.h"
#include "readers/words/measure.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kLongestNameLine = 300;  // bytes
constexpr std::size_t kLongestName = 5;        // words

constexpr auto kJoiners =
    std::to_array<std::string_view>({", and ", " and ", ", & ", " & ", ", ", " und ", " et ", " y ",
                                     " e ", " en ", " och ", " og ", " und ", " и ", "、", "，"});
constexpr auto kParticles = std::to_array<std::string_view>(
    {"de",  "da", "do", "dos", "das",   "du",    "des", "van", "von", "vom", "der",  "den",
     "la",  "le", "di", "del", "della", "dello", "al",  "el",  "bin", "ibn", "bint", "ter",
     "ten", "te", "zu", "zur", "af",    "av",    "y",   "e",   "i",   "d'"});

// The parts between the separators, trimmed; empty ones are left out. `firsts` are the separators'
// first bytes.
template <std::size_t N>
std::vector<std::string_view> split(std::string_view text,
                                    const std::array<std::string_view, N>& separators,
                                    const ByteSet& firsts) {
  std::vector<std::string_view> parts;
  const auto add = [&parts](std::string_view part) {
    if (const std::string_view trimmed = trim(part); !trimmed.empty()) parts.push_back(trimmed);
  };
  std::size_t begin = 0;
  for (std::size_t at = firsts.first_in(text); at < text.size(); at = firsts.first_in(text, at)) {
    const auto found = std::find_if(
        separators.begin(), separators.end(),
        [text, at](std::string_view separator) { return text.substr(at).starts_with(separator); });
    if (found == separators.end()) {
      ++at;
      continue;
    }
    add(text.substr(begin, at - begin));
    at += found->size();
    begin = at;
  }
  add(text.substr(begin));
  return parts;
}

bool begins_like_name(std::string_view word) {
  std::size_t at = 0;
  const char32_t c = next_code_point(word, at);
  return is_letter(c) && !is_lower(c);
}

bool is_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

// What stands behind a name and its comma.
bool belongs_to_name(std::string_view text) {
  constexpr auto kSuffixes =
      std::to_array<std::string_view>({"Jr", "Jr.", "jr.", "Sr", "Sr.", "sr.", "II", "III", "IV",
                                       "Esq.", "Ph.D.", "PhD", "M.D.", "MD"});
  return std::find(kSuffixes.begin(), kSuffixes.end(), text) != kSuffixes.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
  static constexpr auto kSpace = std::to_array<std::string_view>({" "});
  static constexpr ByteSet kFirsts = first_bytes(kSpace);
  return split(text, kSpace, kFirsts);
}

}  // namespace

std::vector<std::string_view> split_names(std::string_view text) {
  static constexpr ByteSet kFirsts = first_bytes(kJoiners);
  std::vector<std::string_view> names = split(text, kJoiners, kFirsts);
  // "Ada Roe, Jr." is one.
  for (std::size_t i = names.size(); i-- > 1;) {
    if (!belongs_to_name(names[i])) continue;
    const char* begin = names[i - 1].data();
    names[i - 1] = {begin, static_cast<std::size_t>(names[i].data() + names[i].size() - begin)};
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return names;
}

bool is_name(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty() || words.size() > kLongestName) return false;
  const Measure found = measure(text);
  if (found.digits > 0 || found.width > 60) return false;
  // "来源：海港日报": a label with what it names.
  if (text.find("：") != std::string_view::npos || text.find(':') != std::string_view::npos) {
    return false;
  }
  // A full stop belongs to a name after an initial or "Jr" only.
  if (found.ends_sentence && words.back().size() > 3) return false;
  if (is_particle(words.back())) return false;  // "Ana Roe el", before a date
  bool any = false;
  for (const std::string_view word : words) {
    if (begins_like_name(word)) {
      any = true;
    } else if (!is_particle(word)) {
      return false;
    }
  }
  return any;
}

bool looks_like_name(std::string_view text) {
  if (text.size() > kLongestNameLine) return false;
  const std::size_t words = words_of(text).size();
  return words >= 2 && words <= 4 && is_name(text);
}

bool is_name_in_one(std::string_view text) {
  const Measure found = measure(text);
  return text.find(' ') == std::string_view::npos && found.letters == found.width &&
         found.letters >= 2 && found.letters <= 5 &&
         std::none_of(text.begin(), text.end(), is_ascii_byte);
}

bool names_job(std::string_view text) {
  constexpr auto kJobs = std::to_array<std::string_view>(
      {"correspondent",  "reporter",     "editor",        "writer",          "columnist",
       "contributor",    "photographer", "journalist",    "producer",        "critic",
       "bureau",         "staff",        "korrespondent", "korrespondentin", "redakteur",
       "redakteurin",    "redaktion",    "journalistin",  "reporterin",      "correspondant",
       "correspondante", "journaliste",  "rédacteur",     "rédactrice",      "rédaction",
       "corresponsal",   "periodista",   "redactor",      "redactora",       "redacción",
       "corrispondente", "giornalista",  "redazione",     "correspondente",  "jornalista",
       "repórter",       "redação",      "verslaggever",  "redacteur",       "redactie",
       "redaktör",       "redaktør",     "toimittaja",    "dziennikarz",     "dziennikarka",
       "redaktor",       "redaktorka",   "novinář",       "корреспондент",   "журналист",
       "редактор",       "редакция"});
  const std::string words = lookup_words(text);
  const std::string_view all = words;
  const std::string_view last = all.substr(all.rfind(' ') + 1);
  return std::find(kJobs.begin(), kJobs.end(), last) != kJobs.end();
}

std::string_view without_note_marks(std::string_view name) {
  constexpr auto kSigns = std::to_array<std::string_view>(
      {"*", ",", "†", "‡", "§", "¶", "∗", "⁎", "¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"});
  while (!name.empty()) {
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [name](std::string_view wanted) {
      return name.ends_with(wanted);
    });
    if (sign != kSigns.end()) {
      name.remove_suffix(sign->size());
    } else if (is_ascii_digit(name.back())) {
      name.remove_suffix(1);
    } else {
      break;
    }
  }
  return name;
}

bool is_handle(std::string_view text) {
  constexpr std::size_t kLongest = 30;  // bytes
  if (text.empty() || text.size() > kLongest || text.find(' ') != std::string_view::npos)
    return false;
  const Measure found = measure(text);
  return found.letters > 1 && !found.ends_sentence && text.find(':') == std::string_view::npos &&
         (text.find('_') != std::string_view::npos || ShortText(text).function_words.function == 0);
}

bool is_sure_handle(std::string_view text) {
  if (!is_handle(text)) return false;
  const Measure found = measure(text);
  std::size_t at = 0;
  next_code_point(text, at);
  const bool has_inner_upper = measure(text.substr(at)).letters > measure(text.substr(at)).lower;
  return found.digits > 0 || found.begins_lower || text.find('_') != std::string_view::npos ||
         (has_inner_upper && found.lower > 0);
}

}  // namespace garland::plain
