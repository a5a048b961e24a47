#include "passes/source_phrase.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/unicode.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

// A language's words for the sentence; each list is parted by spaces. The sentence is a run of
// these words with at least one of `first` and one of `verbs`, then the name.
struct PhraseWords {
  std::string_view subjects;      // "this article"
  std::string_view fillers;       // "was", "has been"
  std::string_view first;         // "originally"
  std::string_view verbs;         // "published"
  std::string_view prepositions;  // "in"
  std::string_view here;
  std::string_view labels;    // "source": with a colon, the whole sentence before the name
  std::string_view articles;  // may open a name without a capital
};

constexpr auto kLanguages = std::to_array<PhraseWords>({
    {"this the article post essay piece story text interview review column poem work version it",
     "was is has been has-been and also", "originally first",
     "published posted appeared printed featured ran written", "in on at by with from for as",
     "here", "source original originally", "the"},
    {"dieser diese dieses der die das artikel beitrag text essay aufsatz interview gedicht",
     "ist wurde ist sind", "zuerst ursprünglich erstmals",
     "erschienen erschien veröffentlicht publiziert abgedruckt gedruckt",
     "in im auf bei beim am an unter", "hier", "quelle originalquelle erstveröffentlichung",
     "der die das dem den"},
    {"cet cette ce l'article article texte essai billet entretien poème",
     "a été est fut pour la fois à", "initialement d'abord l'origine première originellement",
     "publié publiée paru parue posté postée", "dans sur par en chez au", "ici", "source",
     "le la les l'"},
    {"este esta artículo texto ensayo entrada entrevista poema", "fue ha sido se por vez",
     "originalmente primera inicialmente originariamente",
     "publicado publicada publicó apareció aparecido", "en por", "aquí", "fuente", "el la los las"},
    {"questo questa articolo testo saggio post pezzo intervista poesia",
     "è stato stata fu per la volta", "originariamente originalmente prima inizialmente",
     "pubblicato pubblicata apparso apparsa uscito uscita comparso",
     "su sul sulla in nel nella da per", "qui", "fonte", "il la lo gli le"},
});

constexpr std::size_t kLongestSentence = 300;  // bytes
constexpr std::size_t kLongestName = 100;      // code points

// A word of the sentence: folded and without punctuation around, and where it stands.
struct Token {
  std::string word;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool has_colon = false;
};

bool is_in(std::string_view word, std::string_view list) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || list[at - 1] == ' ';
    if (begins && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

std::string folded_word(std::string_view written) {
  constexpr std::string_view kAround = "()[].,:;!*\"";
  const std::size_t begin = written.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return "";
  const std::size_t end = written.find_last_not_of(kAround) + 1;
  std::string word = to_lower(written.substr(begin, end - begin));
  constexpr std::string_view kCurly = "’";
  const std::size_t curly = word.find(kCurly);
  if (curly != std::string::npos) word.replace(curly, kCurly.size(), "'");
  return word;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view written = text.substr(begin, end - begin);
    tokens.push_back({folded_word(written), begin, end, !written.empty() && written.back() == ':'});
    begin = end + 1;
  }
  return tokens;
}

// Takes off the punctuation that closes a sentence or parts a list.
std::string_view without_end_marks(std::string_view text) {
  constexpr std::string_view kEnds = ".,:;) ";
  const std::size_t end = text.find_last_not_of(kEnds);
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

// How far the sentence's own words reach, and which kinds of them were seen.
struct Opening {
  std::size_t token_count = 0;
  bool has_first = false;
  bool has_verb = false;
  bool has_here = false;
};

Opening read_opening(const std::vector<Token>& tokens, const PhraseWords& words) {
  Opening opening;
  for (const Token& token : tokens) {
    const bool is_first = is_in(token.word, words.first);
    const bool is_verb = is_in(token.word, words.verbs);
    const bool is_here = is_in(token.word, words.here);
    const bool is_preposition = opening.has_first && is_in(token.word, words.prepositions);
    const bool is_plain = is_in(token.word, words.subjects) || is_in(token.word, words.fillers);
    const bool name_begins =
        is_in(token.word, words.subjects) && opening.has_first && opening.has_verb;
    if (name_begins || !(is_first || is_verb || is_here || is_preposition || is_plain)) break;
    opening.has_first |= is_first;
    opening.has_verb |= is_verb;
    opening.has_here |= is_here;
    ++opening.token_count;
    if (is_preposition || token.has_colon) break;
  }
  return opening;
}

// Verbs behind the name ("zuerst in der ZEIT erschienen") belong to the sentence.
std::size_t end_of_name(const std::vector<Token>& tokens, const PhraseWords& words,
                        Opening& opening) {
  std::size_t end = tokens.size();
  while (end > opening.token_count) {
    const std::string& word = tokens[end - 1].word;
    const bool is_verb = is_in(word, words.verbs);
    const bool is_here = is_in(word, words.here);
    if (!is_verb && !is_here && !is_in(word, words.fillers)) break;
    opening.has_verb |= is_verb;
    opening.has_here |= is_here;
    --end;
  }
  return end;
}

// Most words of a sentence begin with a small letter, most of a name do not.
bool reads_as_sentence(std::string_view text, const std::vector<Token>& tokens) {
  const auto small = std::count_if(tokens.begin(), tokens.end(), [text](const Token& token) {
    std::size_t offset = token.begin;
    const char32_t c = next_code_point(text, offset);
    return is_letter(c) && !is_upper(c);
  });
  return tokens.size() >= 3 && static_cast<std::size_t>(small) * 2 > tokens.size();
}

// A name begins with a capital, a digit or a quotation mark, or is an address; articles before it
// do not count. It is no sentence.
bool looks_like_name(std::string_view name, const PhraseWords& words) {
  if (name.empty() || count_code_points(name) > kLongestName) return false;
  if (name.find(". ") != std::string_view::npos || name.find("; ") != std::string_view::npos) {
    return false;
  }
  if (name.find("[^") != std::string_view::npos) return false;  // a note's mark left as text
  const std::vector<Token> tokens = tokens_of(name);
  if (reads_as_sentence(name, tokens)) return false;
  const bool has_article = tokens.size() > 1 && is_in(tokens.front().word, words.articles);
  const Token& first = tokens.at(has_article ? 1 : 0);
  if (first.end - first.begin > 3 && first.word.find('.') != std::string::npos) return true;
  std::size_t offset = first.begin;
  const char32_t c = next_code_point(name, offset);
  return is_upper(c) || is_digit(c) || (is_letter(c) && to_lower(name) == to_upper(name)) ||
         c == U'“' || c == U'‘' || c == U'«' || c == U'„' || c == '"';
}

bool is_date(std::string_view text) {
  const std::optional<Date> date = date_from(text);
  return date && date->year != 0;
}

// Splits "The Times, 12 March 2024" and "Medium on March 3, 2020" at the date, if one ends it.
void split_date(SourcePhrase& phrase) {
  if (is_date(phrase.name)) {
    phrase.date = std::move(phrase.name);
    phrase.name.clear();
    return;
  }
  constexpr auto kBeforeDates = std::to_array<std::string_view>(
      {", ", " on ", " in ", " am ", " im ", " le ", " en ", " el ", " il ", " nel ", " ("});
  std::size_t name_end = phrase.name.size();
  for (const std::string_view before : kBeforeDates) {
    for (std::size_t at = phrase.name.find(before); at < name_end;
         at = phrase.name.find(before, at + 1)) {
      const std::string_view rest =
          without_end_marks(std::string_view(phrase.name).substr(at + before.size()));
      if (at == 0 || !is_date(rest)) continue;
      phrase.date = rest;
      name_end = at;
    }
  }
  phrase.name.erase(name_end);
}

std::optional<SourcePhrase> phrase_from(std::string_view text, std::size_t begin, std::size_t end,
                                        const PhraseWords& words) {
  SourcePhrase phrase;
  phrase.name = without_end_marks(text.substr(begin, end - begin));
  if (!looks_like_name(phrase.name, words)) return std::nullopt;
  split_date(phrase);
  return phrase;
}

// "Source: The Times"; French sets a space before the colon.
std::optional<SourcePhrase> read_label(std::string_view text, const std::vector<Token>& tokens,
                                       const PhraseWords& words) {
  if (tokens.size() < 2 || !is_in(tokens[0].word, words.labels)) return std::nullopt;
  const bool has_free_colon = text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin) == ":";
  if (!tokens[0].has_colon && !has_free_colon) return std::nullopt;
  const std::size_t name = tokens[0].has_colon ? 1 : 2;
  if (name >= tokens.size()) return std::nullopt;
  std::optional<SourcePhrase> phrase = phrase_from(text, tokens[name].begin, text.size(), words);
  if (phrase) phrase->is_label = true;
  return phrase;
}

std::optional<SourcePhrase> read_sentence(std::string_view text, const std::vector<Token>& tokens,
                                          const PhraseWords& words, bool has_link) {
  Opening opening = read_opening(tokens, words);
  if (!opening.has_first) return std::nullopt;
  const std::size_t end = end_of_name(tokens, words, opening);
  if (!opening.has_verb) return std::nullopt;
  if (end == opening.token_count) {
    const bool is_enough = has_link;  // "Originally posted here", or the words are the link
    return is_enough ? std::optional<SourcePhrase>(SourcePhrase{}) : std::nullopt;
  }
  return phrase_from(text, tokens[opening.token_count].begin, tokens[end - 1].end, words);
}

}  // namespace

std::optional<SourcePhrase> source_phrase(std::string_view text, bool has_link) {
  if (text.empty() || text.size() > kLongestSentence) return std::nullopt;
  const std::vector<Token> tokens = tokens_of(text);
  for (const PhraseWords& words : kLanguages) {
    if (auto phrase = read_label(text, tokens, words)) return phrase;
    if (auto phrase = read_sentence(text, tokens, words, has_link)) return phrase;
  }
  return std::nullopt;
}

}  // namespace garland
