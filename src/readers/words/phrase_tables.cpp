#include "readers/words/phrase_tables.h"

#include <algorithm>

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

bool has_unspaced(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
    } else if (is_unspaced(next_code_point(text, at))) {
      return true;
    }
  }
  return false;
}

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

// Whether the phrase stands at `at`, ended by a space or the end.
bool stands_at(std::string_view words, std::size_t at, std::string_view phrase) {
  if (words.compare(at, phrase.size(), phrase) != 0) return false;
  return at + phrase.size() == words.size() || words[at + phrase.size()] == ' ';
}

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

PhraseSet::PhraseSet(std::string_view table) {
  for (const std::string_view phrase : phrases_of(table)) {
    std::string words = lookup_words(phrase);
    longest_ = std::max(longest_, words.size());
    filter_.add(words);
    phrases_.insert(std::move(words));
  }
}

PhraseIndex::PhraseIndex(std::string_view table) {
  for (const std::string_view phrase : phrases_of(table)) {
    std::string words = lookup_words(phrase);
    if (begins_unspaced(words)) {
      unspaced_.push_back(std::move(words));
    } else {
      filter_.add(first_word(words));
      by_first_word_[std::string(first_word(words))].push_back(std::move(words));
    }
  }
}

std::size_t PhraseIndex::position(std::string_view words) const {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = first_word(words.substr(at));
    const auto found = filter_.may_have(word) ? by_first_word_.find(word) : by_first_word_.end();
    if (found != by_first_word_.end() &&
        std::any_of(found->second.begin(), found->second.end(),
                    [&](const std::string& phrase) { return stands_at(words, at, phrase); })) {
      return at;
    }
    at += word.size() + 1;
  }
  if (!has_unspaced(words)) return std::string_view::npos;
  std::size_t first = std::string_view::npos;
  for (const std::string& phrase : unspaced_) first = std::min(first, words.find(phrase));
  return first;
}

std::size_t PhraseIndex::beginning(std::string_view words) const {
  std::size_t longest = 0;
  const std::string_view first = first_word(words);
  const auto found = filter_.may_have(first) ? by_first_word_.find(first) : by_first_word_.end();
  if (found != by_first_word_.end()) {
    for (const std::string& phrase : found->second) {
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

PhraseList::PhraseList(std::string_view table) : phrases_(phrases_of(table)) {}

std::size_t PhraseList::beginning(std::string_view text) const {
  std::size_t longest = 0;
  for (const std::string_view phrase : phrases_) {
    if (text.substr(0, phrase.size()) == phrase) longest = std::max(longest, phrase.size());
  }
  return longest;
}

}  // namespace garland
