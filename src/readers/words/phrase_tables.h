// Tables of phrases made ready for looking up, by words: a phrase matches where words begin and
// end, and costs one look-up a word however long the table is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace garland {

// Hash of words, whichever string holds them.
struct WordsHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view words) const {
    return std::hash<std::string_view>{}(words);
  }
};

// The phrases between the bars of a table.
std::vector<std::string_view> phrases_of(std::string_view table);

// Tells most words that are in no table by their length and two first bytes, before their hash is
// asked for: most words of a text are in none.
class WordFilter {
 public:
  void add(std::string_view word) { bits_.at(key(word)) = true; }
  bool may_have(std::string_view word) const { return bits_[key(word)]; }

 private:
  static std::size_t key(std::string_view word) {
    const auto byte = [word](std::size_t at) {
      return at < word.size() ? static_cast<unsigned char>(word[at]) : std::size_t{0};
    };
    return (byte(0) * 31 + byte(1) * 7 + std::min<std::size_t>(word.size(), 31) * 131) % kSize;
  }
  static constexpr std::size_t kSize = 8192;
  std::vector<bool> bits_ = std::vector<bool>(kSize);
};

// Phrases that are looked up whole.
class PhraseSet {
 public:
  explicit PhraseSet(std::string_view table);
  // Takes lookup_words.
  bool contains(std::string_view words) const {
    return words.size() <= longest_ && filter_.may_have(words) &&
           phrases_.find(words) != phrases_.end();
  }

 private:
  std::size_t longest_ = 0;
  WordFilter filter_;
  std::unordered_set<std::string, WordsHash, std::equal_to<>> phrases_;
};

// Phrases that a text begins with or has in it, where words begin and end. Those of scripts without
// spaces are found anywhere.
class PhraseIndex {
 public:
  explicit PhraseIndex(std::string_view table);

  // Where the first phrase begins in the lookup_words of a text, or npos. Cost linear.
  std::size_t position(std::string_view words) const;
  // The length of the longest phrase that the words begin with, or 0.
  std::size_t beginning(std::string_view words) const;
  // Whether the words end with a phrase.
  bool is_ending(std::string_view words) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>, WordsHash, std::equal_to<>>
      by_first_word_;
  WordFilter filter_;  // of first words
  std::vector<std::string> unspaced_;
};

// Phrases as they are written, with the space or colon that ends them, which a text begins with.
class PhraseList {
 public:
  explicit PhraseList(std::string_view table);
  // The length of the longest phrase that the text begins with, or 0.
  std::size_t beginning(std::string_view text) const;

 private:
  std::vector<std::string_view> phrases_;
};

}  // namespace garland
