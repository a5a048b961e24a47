#include "readers/words/speech_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/contains.h"

namespace garland {

namespace {

bool is_verb_of_saying(std::string_view word) {
  static constexpr auto kVerbs = std::to_array<std::string_view>({
      "said",          "says",       "asked",       "asks",       "replied",   "answered",
      "cried",         "sagte",      "sagt",        "fragte",     "fragt",     "rief",
      "antwortete",    "erwiderte",  "dit",         "demanda",    "demande",   "répondit",
      "répond",        "s'écria",    "murmura",     "dijo",       "dice",      "preguntó",
      "respondió",     "contestó",   "exclamó",     "murmuró",    "disse",     "diz",
      "perguntou",     "respondeu",  "exclamou",    "chiese",     "rispose",   "esclamò",
      "zei",           "zegt",       "vroeg",       "antwoordde", "riep",      "sa",
      "sade",          "säger",      "frågade",     "frågar",     "svarade",   "svarar",
      "ropade",        "viskade",    "sagde",       "siger",      "spurgte",   "svarede",
      "råbte",         "hviskede",   "sier",        "spurte",     "svarte",    "ropte",
      "hvisket",       "sanoi",      "sanoo",       "kysyi",      "vastasi",   "huusi",
      "kuiskasi",      "powiedział", "powiedziała", "rzekł",      "rzekła",    "zapytał",
      "zapytała",      "spytał",     "spytała",     "odparł",     "odparła",   "odpowiedział",
      "odpowiedziała", "mówi",       "řekl",        "řekla",      "odpověděl", "odpověděla",
      "zeptal",        "zeptala",    "mondta",      "kérdezte",   "felelte",   "сказал",
      "сказала",       "спросил",    "спросила",    "ответил",    "ответила",  "крикнул",
      "крикнула",      "сказав",     "запитав",     "запитала",   "спитав",    "спитала",
      "відповів",      "відповіла",  "είπε",        "ρώτησε",     "απάντησε",  "dedi",
      "sordu",         "spuse",      "întrebă",     "răspunse",
  });
  return contains(kVerbs, word);
}

// What may stand between what is said and who says it.
bool ends_words_spoken(std::string_view word) {
  constexpr std::string_view kSigns = ",?!";
  return kSigns.find(word.back()) != kSigns.npos || word == "–" || word == "—" || word == "-" ||
         word.ends_with("…");
}

}  // namespace

bool tells_speech(std::string_view text) {
  std::string_view before;  // the word before, with its punctuation
  bool is_first = true;     // the dash at the line's head ends nothing
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const bool may_say = !before.empty() && ends_words_spoken(before);
    if (may_say && is_verb_of_saying(word.substr(0, word.find_first_of(",.:;?!")))) return true;
    before = is_first ? std::string_view() : word;
    is_first = false;
  }
  return false;
}

}  // namespace garland
