#include "readers/words/phrase_tables.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/unicode.h"
#include "readers/words/page_words.h"

namespace garland {

namespace {

// A letter of a script that puts no space between words: kana, han, hangul compounds.
bool is_unspaced(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF);
}

bool begins_unspaced(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_unspaced(next_code_point(text, at));
}

// By the first bytes of UTF-8 from U+3000 to U+9FFF: only such texts need be searched for phrases
// without spaces.
bool may_have_unspaced(std::string_view text) {
  if (is_ascii(text)) return false;  // most are, and are told so faster
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xE9;
  });
}

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

// Whether the phrase stands at `at`, ended by a space or the end.
bool stands_at(std::string_view words, std::size_t at, std::string_view phrase) {
  if (words.compare(at, phrase.size(), phrase) != 0) return false;
  return at + phrase.size() == words.size() || words[at + phrase.size()] == ' ';
}

// The letters of ASCII that a text begins with, in lower case; only the first of very many.
class FirstLetters {
 public:
  explicit FirstLetters(std::string_view text) {
    while (size_ < std::min(text.size(), letters_.size()) && is_ascii_letter(text[size_])) {
      letters_[size_] = static_cast<char>(text[size_] | 0x20);
      ++size_;
    }
  }
  std::string_view letters() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 15> letters_{};
  std::size_t size_ = 0;
};

}  // namespace

std::vector<std::string_view> phrases_of(std::string_view table) {
  std::vector<std::string_view> phrases;
  while (!table.empty()) {
    const std::size_t bar = std::min(table.find('|'), table.size());
    phrases.push_back(table.substr(0, bar));
    table.remove_prefix(std::min(bar + 1, table.size()));
  }
  return phrases;
}

WordIndex::WordIndex() {
  for_each_function_word([this](std::string_view word, LanguageMask languages) {
    known_[word].languages |= languages;
  });
}

void WordIndex::add(std::string_view phrase, TableMask table) {
  const std::string_view first = first_word(phrase);
  if (first == phrase) {
    known_[first].whole |= table;
  } else {
    known_[first].longer |= table;
    known_[phrase.substr(0, phrase.find(' ', first.size() + 1))].whole |= table;
  }
}

// Of the phrases that begin where the words do; the first word ends at `space`.
TableMask WordIndex::tables_at(const Known& first, std::string_view words,
                               std::size_t space) const {
  if (first.longer == 0 || space == words.size()) return first.whole;
  const Known* two = known_.find(words.substr(0, words.find(' ', space + 1)));
  return first.whole | (two == nullptr ? 0 : two->whole);
}

WordIndex::Found WordIndex::look_over(std::string_view words) const {
  constexpr TableMask kAll = ~TableMask{0};
  Found found;
  if (may_have_unspaced(words)) found.tables = kAll;
  while (!words.empty()) {
    const std::size_t space = first_word_size(words);
    const Known* known = known_.find(words.substr(0, space));
    found.function_words.count(known == nullptr ? 0 : known->languages);
    if (known != nullptr) found.tables |= tables_at(*known, words, space);
    if (is_ascii_digit(words.front())) {
      const std::size_t figures = words.find_first_not_of("0123456789");
      const Known* behind =
          figures < space ? known_.find(words.substr(figures, space - figures)) : nullptr;
      if (behind != nullptr) {
        found.tables |= tables_at(*behind, words.substr(figures), space - figures);
      }
    }
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return found;
}

PhraseSet::PhraseSet(std::string_view table, WordIndex& index) : bit_(index.add_table()) {
  for (const std::string_view phrase : phrases_of(table)) {
    const std::string words = lookup_words(phrase);
    longest_ = std::max(longest_, words.size());
    index.add(words, bit_);
    phrases_[words] = true;
  }
}

PhraseIndex::PhraseIndex(std::string_view table, WordIndex& index) : bit_(index.add_table()) {
  for (const std::string_view phrase : phrases_of(table)) {
    std::string words = lookup_words(phrase);
    if (begins_unspaced(words)) {
      unspaced_.push_back(std::move(words));
    } else {
      index.add(words, bit_);
      by_first_word_[first_word(words)].push_back(std::move(words));
    }
  }
}

std::size_t PhraseIndex::position(std::string_view words) const {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = first_word(words.substr(at));
    const std::vector<std::string>* phrases = by_first_word_.find(word);
    if (phrases != nullptr &&
        std::any_of(phrases->begin(), phrases->end(),
                    [&](const std::string& phrase) { return stands_at(words, at, phrase); })) {
      return at;
    }
    at += word.size() + 1;
  }
  if (!may_have_unspaced(words)) return std::string_view::npos;
  std::size_t first = std::string_view::npos;
  for (const std::string& phrase : unspaced_) first = std::min(first, words.find(phrase));
  return first;
}

std::size_t PhraseIndex::beginning(std::string_view words) const {
  std::size_t longest = 0;
  if (const std::vector<std::string>* phrases = by_first_word_.find(first_word(words))) {
    for (const std::string& phrase : *phrases) {
      if (stands_at(words, 0, phrase)) longest = std::max(longest, phrase.size());
    }
  }
  for (const std::string& phrase : unspaced_) {
    if (words.substr(0, phrase.size()) == phrase) longest = std::max(longest, phrase.size());
  }
  return longest;
}

bool PhraseIndex::is_ending(std::string_view words) const {
  for (std::size_t at = 0; at < words.size();) {
    if (beginning(words.substr(at)) == words.size() - at) return true;
    const std::size_t space = words.find(' ', at);
    if (space == std::string_view::npos) break;
    at = space + 1;
  }
  return false;
}

PhraseList::PhraseList(std::string_view table) {
  for (const std::string_view phrase : phrases_of(table)) {
    by_first_byte_.at(static_cast<unsigned char>(phrase.front())).push_back(phrase);
    if (static_cast<unsigned char>(phrase.front()) < 0x80) {
      first_letters_[FirstLetters(phrase).letters()] = true;
    }
    longest_ = std::max(longest_, phrase.size());
  }
}

std::size_t PhraseList::beginning(std::string_view text) const {
  std::size_t longest = 0;
  if (text.empty()) return longest;
  for (const std::string_view phrase :
       by_first_byte_.at(static_cast<unsigned char>(text.front()))) {
    if (text.starts_with(phrase)) longest = std::max(longest, phrase.size());
  }
  return longest;
}

bool PhraseList::may_begin(std::string_view text) const {
  const FirstLetters first(text);
  const std::string_view letters = first.letters();
  if (first_letters_.find(letters) != nullptr) return true;
  // Spaces before the words do not count, and a letter of another alphabet may fold to one of
  // ASCII.
  const char next = letters.size() < text.size() ? text[letters.size()] : ' ';
  return static_cast<unsigned char>(next) >= 0x80 || (letters.empty() && next <= ' ');
}

}  // namespace garland
