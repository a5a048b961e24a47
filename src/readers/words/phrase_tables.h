// Tables of phrases made ready for looking up, by words: a phrase matches where words begin and
// end, and costs one look-up a word however long the table is.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_table.h"
#include "readers/words/function_words.h"

namespace garland {

// The phrases between the bars of a table.
std::vector<std::string_view> phrases_of(std::string_view table);

// A set of tables, one bit each.
using TableMask = std::uint64_t;

// What is known of words: of which languages they are function words, and the phrases of which
// tables begin with them, or with them and the next. A text is looked over once, a look-up a word,
// and tells which tables can have a phrase in it: most texts have none of most tables, which then
// need not be asked.
class WordIndex {
 public:
  WordIndex();  // knows the function words
  // Gives the table's bit. There are at most 64.
  TableMask add_table() {
    assert(count_ < 64);
    return TableMask{1} << count_++;
  }
  // Takes lookup_words.
  void add(std::string_view phrase, TableMask table);

  // What a text's words say all together.
  struct Found {
    // The tables of which a phrase may stand in the text, or behind figures that one of its words
    // begins with.
    TableMask tables = 0;
    FunctionWords function_words;
  };
  // Takes lookup_words.
  Found look_over(std::string_view words) const;

 private:
  struct Known {
    TableMask whole = 0;   // with a phrase that is this word, or that begins with these two
    TableMask longer = 0;  // with a phrase that begins with this word
    LanguageMask languages = 0;
  };
  TableMask tables_at(const Known& first, std::string_view words, std::size_t space) const;

  unsigned count_ = 0;
  WordTable<Known> known_;  // by one word, and by two
};

// Phrases that are looked up whole.
class PhraseSet {
 public:
  PhraseSet(std::string_view table, WordIndex& index);
  TableMask bit() const { return bit_; }
  // Takes lookup_words.
  bool contains(std::string_view words) const {
    return words.size() <= longest_ && phrases_.find(words) != nullptr;
  }

 private:
  TableMask bit_;
  std::size_t longest_ = 0;
  WordTable<bool> phrases_;
};

// Phrases that a text begins with or has in it, where words begin and end. Those of scripts without
// spaces are found anywhere.
class PhraseIndex {
 public:
  PhraseIndex(std::string_view table, WordIndex& index);
  TableMask bit() const { return bit_; }

  // Where the first phrase begins in the lookup_words of a text, or npos. Cost linear.
  std::size_t position(std::string_view words) const;
  // The length of the longest phrase that the words begin with, or 0.
  std::size_t beginning(std::string_view words) const;
  // Whether the words end with a phrase.
  bool is_ending(std::string_view words) const;

 private:
  TableMask bit_;
  WordTable<std::vector<std::string>> by_first_word_;
  std::vector<std::string> unspaced_;
};

// Phrases as they are written, with the space or colon that ends them, which a text begins with.
class PhraseList {
 public:
  explicit PhraseList(std::string_view table);
  // The length of the longest phrase that the text begins with, or 0.
  std::size_t beginning(std::string_view text) const;
  // Whether a text in any case can begin with one: told by the letters of ASCII it begins with.
  bool may_begin(std::string_view text) const;
  // Bytes of the longest phrase.
  std::size_t longest() const { return longest_; }

 private:
  std::array<std::vector<std::string_view>, 256> by_first_byte_;
  std::size_t longest_ = 0;
  WordTable<bool> first_letters_;  // with which the phrases begin
};

}  // namespace garland
