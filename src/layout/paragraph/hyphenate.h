// Where words may be divided, by the patterns of the dictionaries that the system has.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_memory.h"
#include "layout/paragraph/hyphen_patterns.h"

namespace garland {

// Fewest letters before and after a hyphen; a dictionary may ask for more.
constexpr int kMinLettersBefore = 2;
constexpr int kMinLettersAfter = 3;

// One language's patterns. Any thread may call any member: all that changes is what is remembered.
class Hyphenator {
 public:
  // The patterns for a BCP 47 tag: those of its region, else those of the language's usual region,
  // else any of the language. Null when none is installed. Read at first use and kept as long as
  // the program runs: the files are taken to stay as they are.
  static const Hyphenator* for_language(std::string_view language);

  // Appends to `offsets` the byte offsets where the word may be divided with a hyphen and nothing
  // else changed, ascending. The word is letters only; capitals count as small letters.
  void divide(std::string_view word, std::vector<std::uint32_t>& offsets) const;

 private:
  Hyphenator(std::string language, HyphenDictionary dictionary)
      : language_(std::move(language)), dictionary_(std::move(dictionary)) {}
  void divide_anew(std::string_view word, std::vector<std::uint32_t>& offsets) const;
  void divide_parts(std::string_view small, std::vector<bool>& places) const;

  std::string language_;
  HyphenDictionary dictionary_;
  mutable WordMemory<std::uint32_t> divided_;
};

}  // namespace garland
